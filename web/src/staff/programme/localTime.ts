const DAY_MS = 86_400_000

/** Returns the day of a moment in the event's zone, as `YYYY-MM-DD`. */
export function dayOf(moment: string, timeZone: string): string {
  const of = partsOf(moment, timeZone)
  return `${of('year')}-${of('month')}-${of('day')}`
}

/** Returns the time of day of a moment in the event's zone, as `HH:MM`. */
export function clockOf(moment: string, timeZone: string): string {
  const of = partsOf(moment, timeZone)
  return `${of('hour')}:${of('minute')}`
}

/** Returns `HH:MM` for what people type: 14:30, 14.30, 14h30, 9, 930; null where it is no time of day. */
export function readClock(text: string): string | null {
  const typed = text.trim()
  const [, hour, minute = '00'] =
    /^(\d{1,2})(?:\s?[:.,h]\s?(\d{2}))?\s?h?$/i.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

/** Returns every day from the first to the last of those given, and those themselves; a gap of weeks stays one. */
export function daysBetween(days: readonly string[]): string[] {
  const known = [...new Set(days)].sort()
  return known.flatMap((day, index) => {
    const next = known[index + 1]
    const gap = next ? (Date.parse(next) - Date.parse(day)) / DAY_MS : 1
    const between = gap > 7 ? 0 : gap - 1
    return [day, ...Array.from({ length: between }, (_, at) => isoDay(Date.parse(day) + (at + 1) * DAY_MS))]
  })
}

/** Returns a day or a time of day as a date whose UTC says it, to be written in any language with the zone UTC. */
export function written(day: string, clock = '12:00'): Date {
  return new Date(`${day}T${clock}:00Z`)
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function partsOf(moment: string, timeZone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(new Date(moment))
  return (type) => parts.find((part) => part.type === type)?.value ?? ''
}
