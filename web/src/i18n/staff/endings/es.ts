import type { EndingMessages } from './en'

const endings: EndingMessages = {
  visitor_left: 'El visitante se fue.',
  visitor_gone: 'La página del visitante ya no estaba.',
  visitor_lost: 'Se cortó la conexión del visitante.',
  idle: 'Nadie habló durante mucho tiempo.',
  max_length: 'Alcanzó la duración máxima.',
  staff_hung_up: 'El equipo colgó.',
  erased: 'El visitante la borró.',
  too_fast: 'Preguntaba demasiado a menudo.',
  too_slow: 'La conexión del visitante era demasiado lenta.',
  nonsense: 'Lo que llegaba no era una conversación.',
  config_fight: 'Otra cosa cambiaba sin cesar sus ajustes.',
  budget: 'El presupuesto está agotado.',
  replaced: 'El visitante la abrió de nuevo en otro sitio.',
  renewed: 'Sigue en una llamada nueva.',
  upstream_lost: 'Se perdió la voz.',
  upstream_closed: 'El proveedor terminó la llamada.',
  upstream_silent: 'El proveedor dejó de responder.',
  slow: 'Una respuesta no llegó a tiempo.',
  stalled: 'Una respuesta se paró a la mitad.',
  response_failed: 'El proveedor no pudo responder.',
  rate_limited: 'El proveedor estaba saturado.',
  error_burst: 'El proveedor informó de demasiados errores.',
  session_expired: 'Se alcanzó la duración máxima del proveedor.',
  server_stopping: 'Este servidor se detuvo.',
  failed: 'Algo falló en este servidor.',
}

export default endings
