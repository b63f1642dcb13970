const programme = {
  title: 'Programme',
  loading: 'Loading the programme',
  failed: 'The programme could not be loaded.',
  stale: 'No connection. Newer changes may be missing.',
  find: 'Find a session by title, speaker or room',
  found: '{count, plural, =0 {no session} one {# session} other {# sessions}}',
  showAll: 'Show all {count}',
  showFew: 'Show fewer',
  noTime: 'no time',
  changeIt: 'Change',
  youChanged: 'Changed by staff; an import does not undo it',
  youCancelled: 'Cancelled by staff',
  cancelled: 'Cancelled',
  delay: 'Begins later by',
  minutes: '{minutes} min',
  start: 'Begins',
  room: 'Room',
  move: 'Move it there',
  cancel: 'Cancel the session',
  restore: 'As in the programme again',
  told: '{count, plural, =0 {Done. Whoever asks from now on hears it.} one {Done. # running conversation knows it.} other {Done. # running conversations know it.}}',
  upload: 'Upload a programme',
  uploadNote:
    'The export of your conference system, a table (CSV, XLSX), JSON, YAML or a document; documents with practical information beside it. It is read and compared first: nothing changes before you apply it.',
  sending: 'Sending',
  reading: 'Reading and comparing',
  unreachable: 'The server was not reached. Nothing was changed.',
  notSaved: 'That was not done. Try again.',
  readAs:
    'Read as {format}: {sessions, plural, one {# session} other {# sessions}}, {rooms, plural, one {# room} other {# rooms}}, {speakers, plural, one {# speaker} other {# speakers}}.',
  mapping: 'What the columns of {table} are taken for',
  leftOut: 'left out',
  warnings: '{count, plural, one {# thing to look at} other {# things to look at}}',
  noChange: 'Nothing would change.',
  before: 'before:',
  apply: 'Apply',
  drop: 'Drop it',
  applied:
    '{count, plural, =0 {Applied. Whoever asks from now on hears it.} one {Applied. # running conversation knows it.} other {Applied. # running conversations know it.}}',
  latest: 'Latest import: {file}{warnings, plural, =0 {} one {, # warning} other {, # warnings}}',
  takeBack: 'Take it back',
  takenBack:
    '{count, plural, =0 {The import was taken back.} one {The import was taken back; # running conversation knows it.} other {The import was taken back; # running conversations know it.}}',
  change: {
    added: '{count, plural, one {# new session} other {# new sessions}}',
    removed: '{count, plural, one {# session is missing} other {# sessions are missing}}',
    moved: '{count, plural, one {# session moves} other {# sessions move}}',
    cancelled: '{count, plural, one {# session is cancelled} other {# sessions are cancelled}}',
    edited: '{count, plural, one {# session has other words} other {# sessions have other words}}',
    kept: '{count, plural, one {# decision of yours is kept} other {# decisions of yours are kept}}',
  },
}

export default programme

/** What the panel of the programme says; other languages must have exactly these. */
export type ProgrammeMessages = typeof programme
