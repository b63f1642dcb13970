import type { DocumentMessages } from './en'

const documents: DocumentMessages = {
  title: 'Documenti',
  loading: 'Carico i documenti',
  failed: 'Non è stato possibile caricare i documenti.',
  stale: 'Nessuna connessione. Potrebbero mancare modifiche più recenti.',
  none: 'Ancora nessun documento. Con i documenti cita quello che dicono su parcheggi, pasti, prezzi e simili.',
  passages: '{count, plural, one {# passaggio} other {# passaggi}}',
  remove: 'Togli',
  removeOf: 'Togli {name}',
  removed: '{name} è stato tolto. Non lo cita più.',
  warnings: '{count, plural, one {# cosa da guardare} other {# cose da guardare}}',
  upload: 'Aggiungi o sostituisci documenti',
  note: 'PDF, Word, HTML, Markdown, testo o dati JSON. Un file con lo stesso nome prende il posto del precedente. Prima si vede che cosa cambia.',
  reading: 'Leggo i documenti',
  noChange: 'Non cambierebbe nulla.',
  edited:
    '{gains, plural, one {# passaggio nuovo} other {# passaggi nuovi}}, {loses, plural, one {# tolto} other {# tolti}}',
  losesTitle: 'Non dice più',
  gainsTitle: 'Dice ora',
  page: 'pagina {page}',
  more: '{count, plural, one {e un altro} other {e altri #}}',
  apply: 'Salva',
  drop: 'Lascia stare',
  stored: 'Salvato. Chi chiede da ora lo sente.',
  unreachable: 'Il server non è raggiungibile. Non è stato salvato nulla.',
  latest:
    'Ultima modifica, {time} di {who}: {added, plural, one {# aggiunto} other {# aggiunti}}, {edited, plural, one {# cambiato} other {# cambiati}}, {removed, plural, one {# tolto} other {# tolti}}.',
  takeBack: 'Annulla la modifica',
  takenBack: 'La modifica è stata annullata.',
  kind: {
    added: 'nuovo',
    edited: 'prende il posto del precedente',
    removed: 'tolto',
  },
}

export default documents
