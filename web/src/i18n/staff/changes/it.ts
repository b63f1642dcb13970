import type { ChangeMessages } from './en'

const changes: ChangeMessages = {
  title: 'Chi ha cambiato che cosa',
  none: 'Nessuno ha ancora cambiato nulla.',
  failed: 'Non è stato possibile caricare la cronologia.',
  undo: 'Annulla',
  goBack: 'Torna a prima di questa',
  more: 'Mostra le precedenti',
  before: 'prima:',
  nothing: 'nulla',
  after: 'dopo:',
  loading: 'Carico la cronologia',
  stale: 'Nessuna connessione. Possono mancare cambiamenti più recenti.',
  commandLine: 'riga di comando',
  sameAsBefore: 'Non è cambiato niente.',
  inside:
    '{count, plural, one {# intervento contenuto l’ha seguita} other {# interventi contenuti l’hanno seguita}}',
  registered: '{count, plural, one {# iscrizione} other {# iscrizioni}}',
  did: {
    import_applied: 'Programma importato',
    import_undone: 'Importazione ritirata',
    session_move: 'Sessione spostata',
    session_delay: 'Sessione ritardata',
    session_cancel: 'Sessione annullata',
    session_hold: 'La sessione si tiene',
    session_restore: 'Sessione di nuovo come nel programma',
    documents_changed: 'Documenti cambiati',
    documents_undone: 'Cambio di documenti ritirato',
    answer_given: 'Risposta data',
    answer_taken_back: 'Risposta ritirata',
    brief_saved: 'Informazioni cambiate',
    brief_restored: 'Informazioni ripristinate',
    registrations_loaded: 'Lista delle iscrizioni caricata',
    registrations_erased: 'Lista delle iscrizioni cancellata',
    budget_changed: 'Budget cambiato',
  },
  count: {
    added: '{count, plural, one {# sessione aggiunta} other {# sessioni aggiunte}}',
    moved: '{count, plural, one {# sessione spostata} other {# sessioni spostate}}',
    cancelled: '{count, plural, one {# sessione annullata} other {# sessioni annullate}}',
    edited: '{count, plural, one {# sessione con altre parole} other {# sessioni con altre parole}}',
    removed: '{count, plural, one {# sessione sparita} other {# sessioni sparite}}',
    kept: '{count, plural, one {# decisione dello staff mantenuta} other {# decisioni dello staff mantenute}}',
  },
  documents: {
    added: 'nuovo: {names}',
    edited: 'sostituito: {names}',
    removed: 'tolto: {names}',
    more: '{names} e altri {count, number}',
  },
}

export default changes
