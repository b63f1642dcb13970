/** What is odd in a file, by the `code` of its warning, with what the server's `values` tell of. */
const warnings = {
  /** Where it stands. */
  place: {
    before: '{where}:',
    row: 'row {number}',
    event: 'event {number}',
    page: 'page {number}',
    piece: 'paragraph {number}',
    entry: 'entry {number}',
    column: 'column {name}',
    session: 'session without id',
    table: 'table {number}',
    lines: 'lines of text',
    papers: 'talks',
  },
  /** What stands for those that are not listed one by one. */
  list: {
    more: '… and {count, number} more like it',
    unseen: '{count, plural, one {# more is not listed.} other {# more are not listed.}}',
  },
  no_title: 'The row has no title and was left out.',
  not_read: '“{text}”, which stands beside {time}, was not read as a session.',
  not_shown: '“{title}” is not shown by the file and was left out.',
  in_no_session: '“{text}” is in no session that was read.',
  unscheduled: '“{title}” has no time.',
  no_room: '“{title}” has no room.',
  marked_moved: '“{title}” says that it was moved, but not from where.',
  changed_by_remark: '“{title}” was changed as a remark beside the programme says: “{text}”.',
  speaks_to_machines: 'A sentence that speaks to a machine was left out of “{text}”.',
  end_before_start: 'The end is not after the start and was dropped.',
  outside_event: 'The session is on {date}, the event from {first} to {last}.',
  repeated_row: '“{title}” stands in the file twice, also at {place}, and was read once.',
  id_twice: 'The id {id} is used for different sessions.',
  listed_twice: '“{title}” is listed twice: {first} (at {place}) and {again}. It stays in both places.',
  unknown_room: '“{room}”, where “{title}” is held, is no room of the event.',
  overlap: '“{title}” and “{other}” overlap in {room}, {time}.',
  zone_contradiction: 'The file says {zone}, event.json says {used}; the latter is used.',
  unreadable: 'It cannot be read and was left out. (<en>{detail}</en>)',
  skipped: 'The file is no programme that we know and was left out.',
  left_out: 'Left out: {table} is read.',
  code_twice: 'Its code is in other rows too: it finds none of them.',
  nothing_to_find: 'It has neither a code nor an e-mail address.',
  bad_time: 'The time “{time}” cannot be read.',
  bad_time_of: 'The time of “{title}” cannot be read.',
  bad_start: 'The start cannot be read.',
  bad_date: 'The date {date} cannot be used.',
  no_date: 'The row begins at {time} but on no day that is known.',
  date_contradiction: 'The row says {date} and {other}; {date} is used.',
  weekday_contradiction:
    '{date} is no “{named}”: it is a {weekday, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} other {Sunday}}; the date is used.',
  ambiguous_weekday: 'The event has {count} such days; {date} is used.',
  unknown_day: '“{day}” is no day of the event.',
  length_contradiction: 'The end {end} and the length “{length}” do not agree; the end is used.',
  time_contradiction: 'The start {start} and the date {date} do not agree in {zone}; {start} is used.',
  mapping: 'Nothing in the column tells whether its dates are day/month or month/day; day/month was taken.',
  documents_cut: 'Only the first {most} documents are read.',
  pages_cut: 'Only the first {most} pages were read.',
  pieces_cut: 'Only the first {most} pieces were read.',
  facts_cut: 'Only the first {most} facts were read.',
  only_pictures: 'It holds no text, only pictures.',
  no_text: 'It holds no text.',
  passages_to_machines:
    '{count, plural, one {# passage that speaks to machines and not to visitors was left out.} other {# passages that speak to machines and not to visitors were left out.}}',
}

export default warnings

/** What the page says of a file's oddities; other languages must have exactly these. */
export type WarningMessages = typeof warnings
