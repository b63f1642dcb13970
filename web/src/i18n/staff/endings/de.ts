import type { EndingMessages } from './en'

const endings: EndingMessages = {
  visitor_left: 'Der Besucher ist gegangen.',
  visitor_gone: 'Die Seite des Besuchers war verschwunden.',
  visitor_lost: 'Die Verbindung des Besuchers brach ab.',
  idle: 'Lange sprach niemand.',
  max_length: 'Die längste Dauer ist erreicht.',
  staff_hung_up: 'Das Team hat aufgelegt.',
  erased: 'Der Besucher hat es gelöscht.',
  too_fast: 'Es wurde viel zu oft gefragt.',
  too_slow: 'Die Verbindung des Besuchers war zu langsam.',
  nonsense: 'Was kam, war kein Gespräch.',
  config_fight: 'Etwas anderes änderte ständig ihre Einstellungen.',
  budget: 'Das Budget ist aufgebraucht.',
  replaced: 'Der Besucher hat es anderswo neu geöffnet.',
  renewed: 'Es geht in einem neuen Anruf weiter.',
  upstream_lost: 'Die Stimme ging verloren.',
  upstream_closed: 'Der Anbieter hat den Anruf beendet.',
  upstream_silent: 'Der Anbieter antwortete nicht mehr.',
  slow: 'Eine Antwort kam nicht rechtzeitig.',
  stalled: 'Eine Antwort blieb mittendrin stehen.',
  response_failed: 'Der Anbieter konnte nicht antworten.',
  rate_limited: 'Der Anbieter war überlastet.',
  error_burst: 'Der Anbieter meldete zu viele Fehler.',
  session_expired: 'Die längste Dauer des Anbieters war erreicht.',
  server_stopping: 'Dieser Server wurde angehalten.',
  failed: 'Auf diesem Server ging etwas schief.',
}

export default endings
