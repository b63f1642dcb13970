import type { GapMessages } from './en'

const gaps: GapMessages = {
  title: 'Domande senza risposta',
  open: '{count, plural, =0 {nessuna} one {#} other {#}}',
  loading: 'Carico le domande',
  failed: 'Non è stato possibile caricare le domande.',
  stale: 'Nessun collegamento. Forse mancano le domande più recenti.',
  none: 'Finora Charlotte ha trovato una risposta a tutto. Quello che non trova nel programma o nei documenti compare qui.',
  answer: 'Aggiungi la risposta',
  dismiss: 'Non serve risposta',
  write: 'Scrivi un’altra risposta',
  question: 'Domanda',
  herAnswer: 'Risposta, come la dirà lei',
  writtenIn: 'Scritta in',
  note: 'Una o due frasi. Le dice così come sono, subito e anche nelle conversazioni in corso; chi chiede in un’altra lingua sente in che lingua sono.',
  save: 'Salva',
  saving: 'Salvo',
  cancel: 'Annulla',
  notSaved: 'Non è stato salvato. Riprova.',
  given: '{count, plural, one {# risposta vostra} other {# risposte vostre}}',
  takeBack: 'Ritirala',
}

export default gaps
