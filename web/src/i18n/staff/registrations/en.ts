const registrations = {
  title: 'Registrations and check-in',
  count: '{checked, number} of {registered, number} checked in',
  loading: 'Loading the registrations',
  failed: 'The registrations could not be loaded.',
  stale: 'No connection. Newer check-ins may be missing.',
  none: 'Without a list Charlotte does not offer check-in. With one she finds the registration of who tells its code, or e-mail and surname, and checks in after their yes.',
  from: '{file}, loaded {time} by {who}',
  needsSurname: 'The codes of this list can be guessed: she asks for the surname too.',
  manyFailed:
    '{count, plural, one {# look-up} other {# look-ups}} in the last ten minutes found nothing: somebody may be guessing codes, or this list is an old one.',
  closed:
    'So many look-ups found nothing that nobody can look up or check in with Charlotte for now. It opens again by itself within ten minutes; meanwhile check people in at the desk.',
  upload: 'Load a list (CSV or Excel)',
  uploadAnother: 'Load a newer list (CSV or Excel)',
  note: 'As the registration system exports it. It is stored encrypted; who is in both lists stays checked in. It is erased with the event, or here.',
  reading: 'Reading the list',
  readAs:
    '{registered, plural, one {# registration} other {# registrations}}: {codes, number} with a code, {emails, number} with an e-mail address, {void, number} cancelled or unpaid.',
  changes:
    'Against the list in force: {added, number} new, {changed, number} changed, {missing, number} missing.',
  lost: '{count, plural, one {# of those missing is checked in: that check-in goes when you use this list.} other {# of those missing are checked in: their check-ins go when you use this list.}}',
  missing: 'Who is missing',
  checkedInAt: 'checked in {time}',
  more: '{count, plural, one {and # more} other {and # more}}',
  mapping: 'Which column is what',
  unnamed: 'column {number}, without a name',
  leftOut: 'left out',
  field: {
    code: 'code',
    email: 'e-mail',
    first_name: 'first name',
    last_name: 'surname',
    name: 'whole name',
    ticket: 'kind of ticket',
    status: 'status',
    checked_in: 'checked in',
  },
  warnings: '{count, plural, one {# warning} other {# warnings}}',
  apply: 'Use this list',
  drop: 'Drop it',
  unreachable: 'The server was not reached. Nothing was stored.',
  latest: 'Latest check-ins',
  nobody: 'Nobody was checked in yet.',
  person: '{initials} · code …{ending}',
  byList: 'said by the list',
  byCharlotte: 'by Charlotte',
  undo: 'Take back',
  undoOf: 'Take back the check-in of {person}',
  notSaved: 'It was not saved. Try again.',
  export: 'Check-ins as CSV',
  erase: 'Erase the list',
  eraseSure:
    '{registered, plural, one {# registration} other {All # registrations}} and {checked, plural, one {# check-in} other {# check-ins}} of this event are erased for good; keep the check-ins as CSV before. Check-in is then not offered.',
  eraseYes: 'Erase it',
  eraseNo: 'Keep it',
}

export default registrations

/** What the panel of registrations says; other languages must have exactly these. */
export type RegistrationMessages = typeof registrations
