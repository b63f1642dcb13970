import type { ProgrammeMessages } from './en'

const programme: ProgrammeMessages = {
  title: 'Programm',
  loading: 'Programm wird geladen',
  failed: 'Das Programm konnte nicht geladen werden.',
  stale: 'Keine Verbindung. Neuere Änderungen fehlen vielleicht.',
  find: 'Eine Sitzung nach Titel, Name oder Raum finden',
  found: '{count, plural, =0 {keine Sitzung} one {# Sitzung} other {# Sitzungen}}',
  showAll: 'Alle {count} zeigen',
  showFew: 'Weniger zeigen',
  noTime: 'ohne Zeit',
  changeIt: 'Ändern',
  youChanged: 'Vom Team geändert; ein Import macht es nicht rückgängig',
  youCancelled: 'Vom Team abgesagt',
  cancelled: 'Abgesagt',
  delay: 'Beginnt später um',
  minutes: '{minutes} Min.',
  start: 'Beginn',
  room: 'Raum',
  move: 'Dorthin verlegen',
  cancel: 'Sitzung absagen',
  restore: 'Wieder wie im Programm',
  told: '{count, plural, =0 {Erledigt. Wer ab jetzt fragt, hört es.} one {Erledigt. # laufendes Gespräch weiß es.} other {Erledigt. # laufende Gespräche wissen es.}}',
  upload: 'Ein Programm hochladen',
  uploadNote:
    'Der Export Ihres Systems, eine Tabelle (CSV, XLSX), JSON, YAML oder ein Dokument; dazu Unterlagen mit praktischen Hinweisen. Es wird zuerst gelesen und verglichen: Nichts ändert sich, bevor Sie es anwenden.',
  sending: 'Wird gesendet',
  reading: 'Wird gelesen und verglichen',
  unreachable: 'Der Server war nicht erreichbar. Nichts wurde geändert.',
  notSaved: 'Das wurde nicht getan. Versuchen Sie es noch einmal.',
  readAs:
    'Gelesen als {format}: {sessions, plural, one {# Sitzung} other {# Sitzungen}}, {rooms, plural, one {# Raum} other {# Räume}}, {speakers, plural, one {# Vortragende Person} other {# Vortragende}}.',
  mapping: 'Wofür die Spalten von {table} genommen werden',
  leftOut: 'weggelassen',
  warnings: '{count, plural, one {# Punkt zum Ansehen} other {# Punkte zum Ansehen}}',
  noChange: 'Nichts würde sich ändern.',
  before: 'vorher:',
  apply: 'Anwenden',
  drop: 'Verwerfen',
  applied:
    '{count, plural, =0 {Angewendet. Wer ab jetzt fragt, hört es.} one {Angewendet. # laufendes Gespräch weiß es.} other {Angewendet. # laufende Gespräche wissen es.}}',
  latest: 'Letzter Import: {file}{warnings, plural, =0 {} one {, # Warnung} other {, # Warnungen}}',
  takeBack: 'Zurücknehmen',
  takenBack:
    '{count, plural, =0 {Der Import wurde zurückgenommen.} one {Der Import wurde zurückgenommen; # laufendes Gespräch weiß es.} other {Der Import wurde zurückgenommen; # laufende Gespräche wissen es.}}',
  change: {
    added: '{count, plural, one {# neue Sitzung} other {# neue Sitzungen}}',
    removed: '{count, plural, one {# Sitzung fehlt} other {# Sitzungen fehlen}}',
    moved: '{count, plural, one {# Sitzung wird verlegt} other {# Sitzungen werden verlegt}}',
    cancelled: '{count, plural, one {# Sitzung ist abgesagt} other {# Sitzungen sind abgesagt}}',
    edited: '{count, plural, one {# Sitzung hat andere Worte} other {# Sitzungen haben andere Worte}}',
    kept: '{count, plural, one {# Entscheidung von Ihnen bleibt} other {# Entscheidungen von Ihnen bleiben}}',
  },
}

export default programme
