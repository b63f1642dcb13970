import type { RegistrationMessages } from './en'

const registrations: RegistrationMessages = {
  title: 'Iscrizioni e check-in',
  count: '{checked, number} di {registered, number} con check-in',
  loading: 'Carico le iscrizioni',
  failed: 'Non è stato possibile caricare le iscrizioni.',
  stale: 'Nessuna connessione. Potrebbero mancare i check-in più recenti.',
  none: 'Senza una lista Charlotte non offre il check-in. Con la lista trova l’iscrizione di chi ne dice il codice, oppure e-mail e cognome, e fa il check-in dopo il suo sì.',
  from: '{file}, caricato il {time} da {who}',
  needsSurname: 'I codici di questa lista si possono indovinare: chiede anche il cognome.',
  manyFailed:
    '{count, plural, one {# ricerca} other {# ricerche}} negli ultimi dieci minuti non {count, plural, one {ha} other {hanno}} trovato nulla: forse qualcuno prova a indovinare i codici, o questa lista è vecchia.',
  closed:
    'Troppe ricerche senza esito: per ora nessuno può cercare la propria iscrizione o fare il check-in con Charlotte. Si riapre da solo entro dieci minuti; intanto fate il check-in al banco.',
  upload: 'Carica una lista (CSV o Excel)',
  uploadAnother: 'Carica una lista più recente (CSV o Excel)',
  note: 'Come la esporta il sistema di iscrizione. È conservata cifrata; chi è in entrambe le liste conserva il check-in. Si cancella con l’evento, oppure qui.',
  reading: 'Leggo la lista',
  readAs:
    '{registered, plural, one {# iscrizione} other {# iscrizioni}}: {codes, number} con codice, {emails, number} con e-mail, {void, plural, one {# annullata o non pagata} other {# annullate o non pagate}}.',
  changes:
    'Rispetto alla lista in uso: {added, plural, one {# nuova} other {# nuove}}, {changed, plural, one {# cambiata} other {# cambiate}}, {missing, plural, one {# mancante} other {# mancanti}}.',
  lost: '{count, plural, one {# delle mancanti ha il check-in: usando questa lista va perso.} other {# delle mancanti hanno il check-in: usando questa lista vanno persi.}}',
  missing: 'Chi manca',
  checkedInAt: 'check-in {time}',
  more: '{count, plural, one {e un’altra} other {e altre #}}',
  mapping: 'Quale colonna è che cosa',
  unnamed: 'colonna {number}, senza nome',
  leftOut: 'non usata',
  field: {
    code: 'codice',
    email: 'e-mail',
    first_name: 'nome',
    last_name: 'cognome',
    name: 'nome completo',
    ticket: 'tipo di biglietto',
    status: 'stato',
    checked_in: 'check-in fatto',
  },
  warnings: '{count, plural, one {# avviso} other {# avvisi}}',
  apply: 'Usa questa lista',
  drop: 'Lascia stare',
  unreachable: 'Il server non è raggiungibile. Non è stato salvato nulla.',
  latest: 'Ultimi check-in',
  nobody: 'Nessuno ha ancora fatto il check-in.',
  person: '{initials} · codice …{ending}',
  byList: 'secondo la lista',
  byCharlotte: 'con Charlotte',
  undo: 'Annulla',
  undoOf: 'Annulla il check-in di {person}',
  notSaved: 'Non è stato salvato. Riprova.',
  export: 'Check-in in CSV',
  erase: 'Cancella la lista',
  eraseSure:
    '{registered, plural, one {# iscrizione} other {Tutte le # iscrizioni}} e {checked, plural, one {# check-in} other {# check-in}} di questo evento vengono cancellati per sempre; prima conserva i check-in in CSV. Il check-in non sarà più offerto.',
  eraseYes: 'Cancella',
  eraseNo: 'Conserva',
}

export default registrations
