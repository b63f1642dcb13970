const documents = {
  title: 'Documents',
  loading: 'Loading the documents',
  failed: 'The documents could not be loaded.',
  stale: 'No connection. Newer changes may be missing.',
  none: 'No documents yet. With some she quotes what they say about parking, food, prices and the like.',
  passages: '{count, plural, one {# passage} other {# passages}}',
  remove: 'Remove',
  removeOf: 'Remove {name}',
  removed: '{name} is removed. She quotes it no more.',
  warnings: '{count, plural, one {# thing to look at} other {# things to look at}}',
  upload: 'Add or replace documents',
  note: 'PDF, Word, HTML, Markdown, text or JSON facts. A file of the same name takes the place of the one before. What changes is shown first.',
  reading: 'Reading the documents',
  noChange: 'Nothing would change.',
  edited:
    '{gains, plural, one {# passage is new} other {# passages are new}}, {loses, plural, one {# goes} other {# go}}',
  losesTitle: 'Says no more',
  gainsTitle: 'Says now',
  page: 'page {page}',
  more: '{count, plural, one {and # more} other {and # more}}',
  apply: 'Store them',
  drop: 'Drop them',
  stored: 'Stored. Whoever asks from now on hears it.',
  unreachable: 'The server was not reached. Nothing was stored.',
  latest:
    'Latest change, {time} by {who}: {added, number} added, {edited, number} changed, {removed, number} removed.',
  takeBack: 'Take it back',
  takenBack: 'The change was taken back.',
  kind: {
    added: 'new',
    edited: 'takes the place of the one before',
    removed: 'removed',
  },
}

export default documents

/** What the panel of documents says; other languages must have exactly these. */
export type DocumentMessages = typeof documents
