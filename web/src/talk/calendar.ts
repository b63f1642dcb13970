import type { SessionCard } from '@/protocol/results'

/** Returns an iCalendar file (RFC 5545) of one session; null where it has no time, or does not take place. */
export function calendarFile(
  session: SessionCard,
  event: { id: string; name: string },
  now: Date,
): string | null {
  if (!session.start || session.status === 'cancelled' || session.status === 'removed') return null
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Charlotte//Congress assistant//EN',
    'BEGIN:VEVENT',
    `UID:${escape(session.id)}@${escape(event.id)}.charlotte`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(new Date(session.start))}`,
    ...(session.end ? [`DTEND:${utc(new Date(session.end))}`] : []),
    `SUMMARY:${escape(session.title)}`,
    ...(session.room ? [`LOCATION:${escape(session.room)}`] : []),
    `DESCRIPTION:${escape([session.speakers.join(', '), event.name].filter(Boolean).join('\n'))}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(fold).join('\r\n') + '\r\n'
}

/** Hands the file to the browser, without a server. */
export function saveCalendarFile(content: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/calendar;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.ics`
  link.click()
  URL.revokeObjectURL(url)
}

function utc(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Lines hold at most 75 octets; a continuation begins with a space, and no character is torn apart. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  const folded: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      folded.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...folded, current].join('\r\n')
}
