import type { RefusalMessages } from './en'

const refusals: RefusalMessages = {
  unreadable_file: 'Questo file non si può leggere. (<en>{detail}</en>)',
  unknown_format: 'Dentro non si trova un programma: nessuna sessione con titolo e ora. (<en>{detail}</en>)',
  rival_programmes: 'Ci sono più programmi. Carica solo quello che vale. (<en>{detail}</en>)',
  mapping_refused:
    'Con questa scelta non resta nessuna sessione, perciò vale ancora quella di prima. Una tabella deve contenere le sessioni e una delle sue colonne deve essere il titolo: scegli prima quella colonna.',
  missing_zone: `Il fuso orario del congresso manca o non esiste. Carica insieme al programma un event.json che lo dica, per esempio '{'"timezone": "Europe/Rome"'}'.`,
  programme_changed:
    'Il programma è cambiato dopo che hai guardato questa importazione; non è stato importato nulla. Vedi che cosa cambierebbe adesso: controlla e applica di nuovo.',
  import_changed:
    'Intanto qualcuno ha importato un programma o ne ha ritirato uno; di tuo non è stato fatto nulla. Guarda che cosa vale adesso e decidi di nuovo.',
  erases_congress:
    'È la prima importazione: con lei sparisce il congresso, con tutto ciò che gli appartiene. Non è stato fatto nulla.',
  import_gone:
    'Questi file non ci sono più: si tengono per due ore. Non è stato importato nulla. Caricali di nuovo.',
  nothing_to_undo: 'Non c’è più nessuna importazione da ritirare. Carica invece il file giusto.',
  session_changed:
    'Intanto {who, select, nobody {qualcuno} other {{who}}} ha cambiato questa sessione; di tuo non è stato fatto nulla. Vedi com’è adesso: decidi di nuovo.',
  unreadable_document: 'Questo documento non si può leggere. (<en>{detail}</en>)',
  no_document:
    'Uno dei file non si può leggere come documento; non ne è stato preso nessuno. (<en>{detail}</en>)',
  documents_changed:
    'Intanto {who, select, nobody {qualcuno} other {{who}}} ha cambiato i documenti; di tuo non è stato fatto nulla. Guardali come sono adesso e decidi di nuovo.',
  nothing_to_take_back: 'Non c’è più nessuna modifica dei documenti da annullare.',
  not_a_list: 'Non si può leggere come lista di iscrizioni. (<en>{detail}</en>)',
  registrations_changed:
    'Intanto {who, select, nobody {qualcuno} other {{who}}} ha caricato un’altra lista; la tua non è stata salvata. Guarda che cosa cambierebbe adesso la tua e usala di nuovo.',
  registrations_erased:
    'Intanto la lista è stata cancellata; la tua non è stata salvata. Guarda che cosa cambierebbe adesso la tua e usala di nuovo.',
  registrations_not_erased:
    'Intanto {who, select, nobody {qualcuno} other {{who}}} ha caricato un’altra lista; non è stata cancellata. Guardala, e cancellala se deve sparire anche quella.',
  check_ins_changed:
    'Andrebbero persi check-in diversi da quelli che hai visto; la tua lista non è stata salvata. Guarda che cosa cambierebbe adesso e usala di nuovo.',
  words_unreadable:
    'La lista è cifrata con una chiave diversa da quella del server. Chi lo gestisce deve rimettere quella giusta. (<en>{detail}</en>)',
  request_too_large: 'È troppo in una volta. Manda meno file, o più piccoli. (<en>{detail}</en>)',
  not_found: 'Non c’è più. Ricarica la pagina. (<en>{detail}</en>)',
  bad_input: 'Così il server non può accettarlo. (<en>{detail}</en>)',
  staff_only: 'Il tuo accesso è scaduto; non è stato salvato nulla. Apri un nuovo link di accesso.',
  internal_error: 'Qualcosa è andato storto sul server; il suo registro dice che cosa.',
}

export default refusals
