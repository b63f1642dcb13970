import type { GapMessages } from './en'

const gaps: GapMessages = {
  title: 'Fragen ohne Antwort',
  open: '{count, plural, =0 {keine} one {#} other {#}}',
  loading: 'Fragen werden geladen',
  failed: 'Die Fragen konnten nicht geladen werden.',
  stale: 'Keine Verbindung. Neuere Fragen fehlen vielleicht.',
  none: 'Bisher hat Charlotte auf alles eine Antwort gefunden. Was sie weder im Programm noch in Unterlagen findet, erscheint hier.',
  answer: 'Antwort hinzufügen',
  dismiss: 'Braucht keine Antwort',
  write: 'Eine andere Antwort schreiben',
  question: 'Frage',
  herAnswer: 'Antwort, wie sie sie sagen wird',
  writtenIn: 'Geschrieben auf',
  note: 'Ein oder zwei Sätze. Sie sagt sie wörtlich, sofort und auch in laufenden Gesprächen; wer in einer anderen Sprache fragt, hört, welche Sprache es ist.',
  save: 'Speichern',
  saving: 'Wird gespeichert',
  cancel: 'Abbrechen',
  notSaved: 'Es wurde nicht gespeichert. Versuchen Sie es noch einmal.',
  given: '{count, plural, one {# Antwort vom Team} other {# Antworten vom Team}}',
  takeBack: 'Zurücknehmen',
}

export default gaps
