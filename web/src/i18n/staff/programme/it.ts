import type { ProgrammeMessages } from './en'

const programme: ProgrammeMessages = {
  title: 'Programma',
  loading: 'Carico il programma',
  failed: 'Non è stato possibile caricare il programma.',
  stale: 'Nessun collegamento. Forse mancano modifiche più recenti.',
  find: 'Trova una sessione per titolo, relatore o sala',
  found: '{count, plural, =0 {nessuna sessione} one {# sessione} other {# sessioni}}',
  showAll: 'Mostra tutte ({count})',
  showFew: 'Mostrane meno',
  noTime: 'senza orario',
  changeIt: 'Cambia',
  youChanged: 'Cambiata dallo staff; un’importazione non la annulla',
  youCancelled: 'Annullata dallo staff',
  cancelled: 'Annullata',
  delay: 'Comincia più tardi di',
  minutes: '{minutes} min',
  start: 'Inizio',
  room: 'Sala',
  move: 'Spostala qui',
  cancel: 'Annulla la sessione',
  restore: 'Di nuovo come nel programma',
  told: '{count, plural, =0 {Fatto. Chi chiede d’ora in poi lo sente.} one {Fatto. # conversazione in corso lo sa.} other {Fatto. # conversazioni in corso lo sanno.}}',
  upload: 'Carica un programma',
  uploadNote:
    'L’esportazione del vostro sistema, una tabella (CSV, XLSX), JSON, YAML o un documento; con i documenti di informazioni pratiche. Prima viene letto e confrontato: niente cambia finché non lo applichi.',
  sending: 'Invio',
  reading: 'Leggo e confronto',
  unreachable: 'Il server non risponde. Non è cambiato niente.',
  notSaved: 'Non è stato fatto. Riprova.',
  readAs:
    'Letto come {format}: {sessions, plural, one {# sessione} other {# sessioni}}, {rooms, plural, one {# sala} other {# sale}}, {speakers, plural, one {# relatore} other {# relatori}}.',
  mapping: 'Per che cosa sono prese le colonne di {table}',
  leftOut: 'lasciata fuori',
  warnings: '{count, plural, one {# cosa da guardare} other {# cose da guardare}}',
  noChange: 'Non cambierebbe niente.',
  before: 'prima:',
  apply: 'Applica',
  drop: 'Scarta',
  applied:
    '{count, plural, =0 {Applicato. Chi chiede d’ora in poi lo sente.} one {Applicato. # conversazione in corso lo sa.} other {Applicato. # conversazioni in corso lo sanno.}}',
  latest: 'Ultima importazione: {file}{warnings, plural, =0 {} one {, # avviso} other {, # avvisi}}',
  takeBack: 'Ritirala',
  takenBack:
    '{count, plural, =0 {L’importazione è stata ritirata.} one {L’importazione è stata ritirata; # conversazione in corso lo sa.} other {L’importazione è stata ritirata; # conversazioni in corso lo sanno.}}',
  change: {
    added: '{count, plural, one {# sessione nuova} other {# sessioni nuove}}',
    removed: '{count, plural, one {# sessione manca} other {# sessioni mancano}}',
    moved: '{count, plural, one {# sessione si sposta} other {# sessioni si spostano}}',
    cancelled: '{count, plural, one {# sessione è annullata} other {# sessioni sono annullate}}',
    edited: '{count, plural, one {# sessione ha altre parole} other {# sessioni hanno altre parole}}',
    kept: '{count, plural, one {# vostra decisione resta} other {# vostre decisioni restano}}',
  },
}

export default programme
