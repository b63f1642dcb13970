'use client'

import { CircleOff, Ear, Hourglass, type LucideIcon, MessageCircle, Pause, PhoneOff } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { SessionRow } from '@/protocol/routes'
import { type Language, NATIVE_NAMES } from '@/realtime/language'
import { Button } from '@/ui/Button'

const ICONS: Readonly<Record<SessionRow['state'], LucideIcon>> = {
  waiting: Pause,
  listening: Ear,
  thinking: Hourglass,
  speaking: MessageCircle,
  over: CircleOff,
}

interface ConversationRowProps {
  readonly row: SessionRow
  readonly timeZone: string
  readonly onHangUp: () => void
}

/** One conversation: its state by sign and word, and the figures in columns. */
export function ConversationRow({ row, timeZone, onHangUp }: ConversationRowProps) {
  const t = useTranslations('staff.live')
  const format = useFormatter()
  const Icon = ICONS[row.state]
  const isOver = row.state === 'over'
  const began = format.dateTime(new Date(row.opened_at), { timeStyle: 'short', timeZone })
  const language = row.language ? NATIVE_NAMES[row.language as Language] : t('anyLanguage')
  const cost = costOf(row, format)
  const upstream = row.upstream === 'embedded' ? t('embedded') : row.upstream
  return (
    <tr className={`border-line border-t align-top ${isOver ? 'text-soft' : ''}`}>
      <th scope="row" className="min-w-0 p-2 text-left font-normal">
        <span className="flex items-center gap-2">
          <Icon aria-hidden className="size-4 shrink-0" />
          <span className="font-bold">{t(`state.${row.state}`)}</span>
        </span>
        <span className="text-soft block">
          {t('since', { time: began })} · {row.mode === 'voice' ? t('voice') : t('text')} · {language}
        </span>
        {isOver && row.reason && <span className="text-soft block">{t(`reason.${row.reason}`)}</span>}
        <span className="text-soft block @3xl:hidden">
          {t('turnsOf', { count: row.turns })} · {upstream}
          {row.cost_usd !== null && ` · ${cost}`}
        </span>
        {row.errors > 0 && <span className="text-alert block">{t('errors', { count: row.errors })}</span>}
      </th>
      <td className="p-2 text-right whitespace-nowrap tabular-nums">{clock(row.seconds)}</td>
      <td className="p-2 text-right tabular-nums">
        <span className="whitespace-nowrap">
          {row.last_answer_ms === null ? '–' : seconds(row.last_answer_ms, format)}
        </span>
        {row.last_answer_ms !== null && (
          <span className="text-soft block">{row.last_answer_spoken ? t('toSound') : t('toText')}</span>
        )}
      </td>
      <td className="hidden p-2 text-right tabular-nums @3xl:table-cell">{row.turns}</td>
      <td className="hidden p-2 @3xl:table-cell">
        {upstream}
        <span className="text-soft block">{row.transport === 'webrtc' ? 'WebRTC' : 'WebSocket'}</span>
      </td>
      <td className="hidden p-2 text-right whitespace-nowrap tabular-nums @3xl:table-cell">{cost}</td>
      <td className="p-2 text-right">
        {!isOver && (
          <Button
            onClick={onHangUp}
            aria-label={t('hangUpOn', { time: began })}
            title={t('hangUp')}
            icon={<PhoneOff aria-hidden className="size-4" />}
          >
            <span aria-hidden className="hidden @3xl:inline">
              {t('hangUp')}
            </span>
          </Button>
        )}
      </td>
    </tr>
  )
}

type Format = ReturnType<typeof useFormatter>

function costOf(row: SessionRow, format: Format): string {
  if (row.cost_usd === null) return '–'
  return format.number(row.cost_usd, { style: 'currency', currency: 'USD', maximumFractionDigits: 3 })
}

function seconds(ms: number, format: Format): string {
  return format.number(ms / 1000, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
}

/** "4:07", "1:02:30". */
function clock(total: number): string {
  const whole = Math.floor(total)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const [hours, minutes, rest] = parts as [number, number, number]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
