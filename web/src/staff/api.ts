import type {
  AnswerShown,
  AnswersShown,
  AnswerWanted,
  BriefShown,
  BudgetsShown,
  CostsShown,
  DeedsShown,
  EventList,
  ImportApplied,
  ImportHistory,
  ImportShown,
  Link,
  Me,
  Preview,
  ProposalsShown,
  RequestShown,
  RequestsShown,
  Saved,
  SessionClashes,
  SessionDecided,
  SessionDecision,
  Sessions,
  Timetable,
} from '@/protocol/routes'
import { send } from '@/realtime/api'
import type { Language } from '@/realtime/language'
import type { Limits } from './money/budget'

/** What is told about an event, as it is edited. */
export interface Draft {
  readonly variables: Readonly<Record<string, string>>
  readonly voice: string | null
}

const json = (method: 'POST' | 'PUT', body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})
const brief = (event: string) => `/api/staff/events/${encodeURIComponent(event)}/brief`

export const loadMe = async () => (await send('/api/staff/me')) as Me
export const loadEvents = async () => (await send('/api/events')) as EventList
export const loadBrief = async (event: string) => (await send(brief(event))) as BriefShown

export const loadDeeds = async (event: string, before: number | null) =>
  (await send(`${programme(event)}/deeds${before === null ? '' : `?before=${before}`}`)) as DeedsShown

export const loadSessions = async (event: string) =>
  (await send(`/api/staff/sessions?event=${encodeURIComponent(event)}`)) as Sessions

export const preview = async (event: string, draft: Draft, language: Language) =>
  (await send(`${brief(event)}/preview?language=${language}`, json('POST', draft))) as Preview

export const save = async (event: string, base_version: number, draft: Draft) =>
  (await send(brief(event), json('PUT', { base_version, ...draft }))) as Saved

export const restore = async (event: string, base_version: number, version: number) =>
  (await send(`${brief(event)}/restore`, json('POST', { base_version, version }))) as Saved

export const hangUp = (session_id: string) =>
  send(`/api/staff/sessions/${encodeURIComponent(session_id)}/hang-up`, { method: 'POST' })

/** What hosted voices cost: of one event, or of all. */
export const loadCosts = async (event: string | null, by: CostsShown['by']) =>
  (await send(
    `/api/staff/costs?${new URLSearchParams({ by, ...(event !== null && { event }) })}`,
  )) as CostsShown

export const loadBudgets = async () => (await send('/api/staff/budgets')) as BudgetsShown

export const setBudget = async (event: string, limits: Limits) =>
  (await send(`/api/staff/budgets?event=${encodeURIComponent(event)}`, json('PUT', limits))) as BudgetsShown

export const loadRequests = async (event: string, kind: RequestShown['kind']) =>
  (await send(`/api/staff/requests?${new URLSearchParams({ event, kind })}`)) as RequestsShown

export const setRequest = (id: string, state: RequestShown['state']) =>
  send(`/api/staff/requests/${encodeURIComponent(id)}`, json('POST', { state }))

const answers = (event: string) => `/api/staff/events/${encodeURIComponent(event)}/answers`

export const loadAnswers = async (event: string) => (await send(answers(event))) as AnswersShown

export const addAnswer = async (event: string, wanted: AnswerWanted) =>
  (await send(answers(event), json('POST', wanted))) as AnswerShown

export const removeAnswer = (event: string, id: string) =>
  send(`${answers(event)}/${encodeURIComponent(id)}`, { method: 'DELETE' })

const programme = (event: string) => `/api/staff/events/${encodeURIComponent(event)}`

export const loadTimetable = async (event: string) =>
  (await send(`${programme(event)}/sessions`)) as Timetable

export const decide = async (event: string, session: string, decision: SessionDecision) =>
  (await send(
    `${programme(event)}/sessions/${encodeURIComponent(session)}`,
    json('PUT', decision),
  )) as SessionDecided

export const loadClashes = async (event: string, session: string, decision: SessionDecision) =>
  (await send(
    `${programme(event)}/clashes/${encodeURIComponent(session)}`,
    json('POST', decision),
  )) as SessionClashes

export const loadImports = async (event: string) =>
  (await send(`${programme(event)}/imports`)) as ImportHistory

/** `erases`: it is the first, and everything of the congress goes with it. */
export const undoImport = async (event: string, latest: number, erases: boolean) =>
  (await send(`${programme(event)}/imports/undo?latest=${latest}&erases=${erases}`, {
    method: 'POST',
  })) as ImportApplied

export const loadImport = async (draft: string) => (await send(`/api/staff/imports/${draft}`)) as ImportShown

export const correctImport = async (draft: string, mapping: Readonly<Record<string, unknown>>) =>
  (await send(`/api/staff/imports/${draft}/mapping`, json('PUT', { mapping }))) as ImportShown

export const applyImport = async (draft: string) =>
  (await send(`/api/staff/imports/${draft}/apply`, { method: 'POST' })) as ImportApplied

export const dropImport = (draft: string) => send(`/api/staff/imports/${draft}`, { method: 'DELETE' })

export const loadProposals = async (event: string) =>
  (await send(`${programme(event)}/proposals`)) as ProposalsShown

export const putAside = (event: string, id: string) =>
  send(`${programme(event)}/proposals/aside`, json('POST', { id }))

export const newLink = async (name: string) =>
  (await send('/api/staff/links', json('POST', { name }))) as Link

export const signOut = () => send('/api/staff/sign-out', { method: 'POST' })

/** The details as a draft that changes nothing. */
export function draftOf(shown: BriefShown): Draft {
  const told = shown.facts
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => [name, value] as const)
  return { variables: Object.fromEntries(told), voice: shown.voice }
}
