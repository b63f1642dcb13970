import type { RegistrationMessages } from './en'

const registrations: RegistrationMessages = {
  title: 'Anmeldungen und Check-in',
  count: '{checked, number} von {registered, number} eingecheckt',
  loading: 'Die Anmeldungen werden geladen',
  failed: 'Die Anmeldungen konnten nicht geladen werden.',
  stale: 'Keine Verbindung. Neuere Check-ins können fehlen.',
  none: 'Ohne Liste bietet Charlotte keinen Check-in an. Mit einer findet sie die Anmeldung dessen, der ihren Code oder E-Mail und Nachnamen sagt, und checkt nach seinem Ja ein.',
  from: '{file}, geladen {time} von {who}',
  needsSurname: 'Die Codes dieser Liste lassen sich erraten: Sie fragt auch nach dem Nachnamen.',
  manyFailed:
    '{count, plural, one {# Suche} other {# Suchen}} der letzten zehn Minuten {count, plural, one {fand} other {fanden}} nichts: Vielleicht rät jemand Codes, oder diese Liste ist alt.',
  closed:
    'So viele Suchen fanden nichts, dass vorerst niemand mit Charlotte seine Anmeldung suchen oder einchecken kann. Das öffnet sich innerhalb von zehn Minuten von selbst; checken Sie bis dahin am Tresen ein.',
  upload: 'Eine Liste laden (CSV oder Excel)',
  uploadAnother: 'Eine neuere Liste laden (CSV oder Excel)',
  note: 'So, wie das Anmeldesystem sie ausgibt. Sie wird verschlüsselt gespeichert; wer auf beiden Listen steht, bleibt eingecheckt. Gelöscht wird sie mit der Veranstaltung oder hier.',
  reading: 'Die Liste wird gelesen',
  readAs:
    '{registered, plural, one {# Anmeldung} other {# Anmeldungen}}: {codes, number} mit Code, {emails, number} mit E-Mail-Adresse, {void, number} storniert oder unbezahlt.',
  changes:
    'Gegenüber der geltenden Liste: {added, number} neu, {changed, number} geändert, {missing, plural, one {# fehlt} other {# fehlen}}.',
  lost: '{count, plural, one {# der fehlenden ist eingecheckt: Dieser Check-in geht mit dieser Liste verloren.} other {# der fehlenden sind eingecheckt: Diese Check-ins gehen mit dieser Liste verloren.}}',
  missing: 'Wer fehlt',
  checkedInAt: 'eingecheckt {time}',
  more: '{count, plural, one {und # weitere} other {und # weitere}}',
  mapping: 'Welche Spalte was ist',
  unnamed: 'Spalte {number}, ohne Namen',
  leftOut: 'nicht benutzt',
  field: {
    code: 'Code',
    email: 'E-Mail',
    first_name: 'Vorname',
    last_name: 'Nachname',
    name: 'ganzer Name',
    ticket: 'Ticketart',
    status: 'Status',
    checked_in: 'eingecheckt',
  },
  warnings: '{count, plural, one {# Warnung} other {# Warnungen}}',
  apply: 'Diese Liste benutzen',
  drop: 'Verwerfen',
  unreachable: 'Der Server war nicht zu erreichen. Nichts wurde gespeichert.',
  latest: 'Letzte Check-ins',
  nobody: 'Noch niemand ist eingecheckt.',
  person: '{initials} · Code …{ending}',
  byList: 'laut Liste',
  byCharlotte: 'durch Charlotte',
  undo: 'Zurücknehmen',
  undoOf: 'Check-in von {person} zurücknehmen',
  notSaved: 'Es wurde nicht gespeichert. Noch einmal versuchen.',
  export: 'Check-ins als CSV',
  erase: 'Die Liste löschen',
  eraseSure:
    '{registered, plural, one {# Anmeldung} other {Alle # Anmeldungen}} und {checked, plural, one {# Check-in} other {# Check-ins}} dieser Veranstaltung werden endgültig gelöscht; behalten Sie die Check-ins vorher als CSV. Check-in wird dann nicht mehr angeboten.',
  eraseYes: 'Löschen',
  eraseNo: 'Behalten',
}

export default registrations
