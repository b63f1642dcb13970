import type { EndingMessages } from './en'

const endings: EndingMessages = {
  visitor_left: 'Il visitatore è andato via.',
  visitor_gone: 'La pagina del visitatore non c’era più.',
  visitor_lost: 'La connessione del visitatore è caduta.',
  idle: 'Nessuno ha parlato a lungo.',
  max_length: 'Ha raggiunto la durata massima.',
  staff_hung_up: 'Chiusa dallo staff.',
  erased: 'Il visitatore l’ha cancellata.',
  too_fast: 'Le richieste erano troppo frequenti.',
  too_slow: 'La connessione del visitatore era troppo lenta.',
  nonsense: 'Quello che arrivava non era una conversazione.',
  config_fight: 'Qualcos’altro continuava a cambiarle le impostazioni.',
  budget: 'Il budget è esaurito.',
  replaced: 'Il visitatore l’ha riaperta altrove.',
  renewed: 'Prosegue in una nuova chiamata.',
  upstream_lost: 'La voce si è persa.',
  upstream_closed: 'Il fornitore ha chiuso la chiamata.',
  upstream_silent: 'Il fornitore non rispondeva più.',
  slow: 'Una risposta non è arrivata in tempo.',
  stalled: 'Una risposta si è fermata a metà.',
  response_failed: 'Il fornitore non è riuscito a rispondere.',
  rate_limited: 'Il fornitore era troppo occupato.',
  error_burst: 'Il fornitore ha segnalato troppi errori.',
  session_expired: 'È scaduta la durata massima del fornitore.',
  server_stopping: 'Questo server è stato fermato.',
  failed: 'Qualcosa è andato storto su questo server.',
}

export default endings
