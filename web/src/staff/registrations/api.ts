import type { CheckInShown, RegistrationPreview, RegistrationsShown } from '@/protocol/routes'
import { send } from '@/realtime/api'

const list = (event: string) => `/api/staff/events/${encodeURIComponent(event)}/registrations`

/** Which column is which field; `null` lets the server find out. */
export type Mapping = Readonly<Record<string, string>>

function form(file: File, mapping: Mapping | null): FormData {
  const data = new FormData()
  data.append('file', file, file.name)
  if (mapping) data.append('mapping', JSON.stringify(mapping))
  return data
}

export const loadRegistrations = async (event: string) => (await send(list(event))) as RegistrationsShown

export const previewList = async (event: string, file: File, mapping: Mapping | null) =>
  (await send(`${list(event)}/preview`, { method: 'POST', body: form(file, mapping) })) as RegistrationPreview

const of = (version: string) => `?version=${encodeURIComponent(version)}`

/** Stores a list as it was looked at; refused when it would do something else by now. */
export const putList = async (event: string, file: File, { mapping, version }: RegistrationPreview) =>
  (await send(list(event) + of(version), { method: 'PUT', body: form(file, mapping) })) as RegistrationsShown

export const eraseList = (event: string, version: string) =>
  send(list(event) + of(version), { method: 'DELETE' })

export const undoCheckIn = (event: string, { id, at }: CheckInShown) =>
  send(`${list(event)}/check-ins/${encodeURIComponent(id)}/undo?at=${encodeURIComponent(at)}`, {
    method: 'POST',
  })

export const exportAddress = (event: string) => `${list(event)}/check-ins.csv`
