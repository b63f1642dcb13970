import type { DocumentMessages } from './en'

const documents: DocumentMessages = {
  title: 'Dokumente',
  loading: 'Die Dokumente werden geladen',
  failed: 'Die Dokumente konnten nicht geladen werden.',
  stale: 'Keine Verbindung. Neuere Änderungen können fehlen.',
  none: 'Noch keine Dokumente. Mit Dokumenten zitiert sie, was darin über Parken, Essen, Preise und Ähnliches steht.',
  passages: '{count, plural, one {# Abschnitt} other {# Abschnitte}}',
  remove: 'Entfernen',
  removeOf: '{name} entfernen',
  removed: '{name} ist entfernt. Sie zitiert es nicht mehr.',
  warnings: '{count, plural, one {# Hinweis} other {# Hinweise}}',
  upload: 'Dokumente hinzufügen oder ersetzen',
  note: 'PDF, Word, HTML, Markdown, Text oder JSON-Fakten. Eine Datei gleichen Namens tritt an die Stelle der früheren. Zuerst wird gezeigt, was sich ändert.',
  reading: 'Die Dokumente werden gelesen',
  noChange: 'Es würde sich nichts ändern.',
  edited:
    '{gains, plural, one {# Abschnitt neu} other {# Abschnitte neu}}, {loses, plural, one {# entfällt} other {# entfallen}}',
  losesTitle: 'Steht nicht mehr darin',
  gainsTitle: 'Steht jetzt darin',
  page: 'Seite {page}',
  more: '{count, plural, one {und # weiterer} other {und # weitere}}',
  apply: 'Speichern',
  drop: 'Verwerfen',
  stored: 'Gespeichert. Wer ab jetzt fragt, hört es.',
  unreachable: 'Der Server war nicht erreichbar. Nichts wurde gespeichert.',
  latest:
    'Letzte Änderung, {time} von {who}: {added, number} hinzugefügt, {edited, number} geändert, {removed, number} entfernt.',
  takeBack: 'Zurücknehmen',
  takenBack: 'Die Änderung wurde zurückgenommen.',
  kind: {
    added: 'neu',
    edited: 'tritt an die Stelle des früheren',
    removed: 'entfernt',
  },
}

export default documents
