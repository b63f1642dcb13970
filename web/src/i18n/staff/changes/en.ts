/** Who changed what, the latest first. */
const changes = {
  title: 'Who changed what',
  none: 'Nobody has changed anything yet.',
  failed: 'The history could not be loaded.',
  undo: 'Undo',
  goBack: 'Go back to before this',
  more: 'Show earlier ones',
  before: 'before:',
  nothing: 'nothing',
  after: 'after:',
  loading: 'Loading the history',
  stale: 'No connection. Newer changes may be missing.',
  commandLine: 'command line',
  sameAsBefore: 'Nothing was changed.',
  inside: '{count, plural, one {# talk inside went with it} other {# talks inside went with it}}',
  registered: '{count, plural, one {# registration} other {# registrations}}',
  did: {
    import_applied: 'Programme imported',
    import_undone: 'Import taken back',
    session_move: 'Session moved',
    session_delay: 'Session delayed',
    session_cancel: 'Session cancelled',
    session_hold: 'Session takes place',
    session_restore: 'Session as in the programme again',
    documents_changed: 'Documents changed',
    documents_undone: 'Change of documents taken back',
    answer_given: 'Answer given',
    answer_taken_back: 'Answer taken back',
    brief_saved: 'Facts changed',
    brief_restored: 'Facts put back',
    registrations_loaded: 'List of registrations loaded',
    registrations_erased: 'List of registrations erased',
    budget_changed: 'Budget changed',
  },
  count: {
    added: '{count, plural, one {# session added} other {# sessions added}}',
    moved: '{count, plural, one {# session moved} other {# sessions moved}}',
    cancelled: '{count, plural, one {# session cancelled} other {# sessions cancelled}}',
    renamed: '{count, plural, one {# session renamed} other {# sessions renamed}}',
    edited: '{count, plural, one {# session with other words} other {# sessions with other words}}',
    removed: '{count, plural, one {# session gone} other {# sessions gone}}',
    kept: '{count, plural, one {# decision of staff kept} other {# decisions of staff kept}}',
  },
  documents: {
    added: 'new: {names}',
    edited: 'replaced: {names}',
    removed: 'removed: {names}',
    more: '{names} and {count, number} more',
  },
}

export default changes

/** What the history says; other languages must have exactly these. */
export type ChangeMessages = typeof changes
