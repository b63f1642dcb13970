import type { ProgrammeMessages } from './en'

const programme: ProgrammeMessages = {
  title: 'Programa',
  loading: 'Cargando el programa',
  failed: 'No se ha podido cargar el programa.',
  stale: 'Sin conexión. Quizá falten cambios más recientes.',
  find: 'Buscar una sesión por título, ponente o sala',
  found: '{count, plural, =0 {ninguna sesión} one {# sesión} other {# sesiones}}',
  showAll: 'Mostrar todas ({count})',
  showFew: 'Mostrar menos',
  noTime: 'sin hora',
  changeIt: 'Cambiar',
  youChanged: 'Cambiada por el equipo; una importación no lo deshace',
  youCancelled: 'Cancelada por el equipo',
  cancelled: 'Cancelada',
  delay: 'Empieza más tarde en',
  minutes: '{minutes} min',
  start: 'Empieza',
  room: 'Sala',
  move: 'Moverla aquí',
  cancel: 'Cancelar la sesión',
  restore: 'Otra vez como en el programa',
  told: '{count, plural, =0 {Hecho. Quien pregunte desde ahora lo oirá.} one {Hecho. # conversación en curso lo sabe.} other {Hecho. # conversaciones en curso lo saben.}}',
  upload: 'Subir un programa',
  uploadNote:
    'La exportación de vuestro sistema, una tabla (CSV, XLSX), JSON, YAML o un documento; con los documentos de información práctica. Primero se lee y se compara: nada cambia hasta que lo apliques.',
  sending: 'Enviando',
  reading: 'Leyendo y comparando',
  unreachable: 'El servidor no ha respondido. No ha cambiado nada.',
  notSaved: 'No se ha hecho. Inténtalo de nuevo.',
  readAs:
    'Leído como {format}: {sessions, plural, one {# sesión} other {# sesiones}}, {rooms, plural, one {# sala} other {# salas}}, {speakers, plural, one {# ponente} other {# ponentes}}.',
  mapping: 'Por qué se toman las columnas de {table}',
  leftOut: 'se deja fuera',
  warnings: '{count, plural, one {# cosa que mirar} other {# cosas que mirar}}',
  noChange: 'No cambiaría nada.',
  before: 'antes:',
  apply: 'Aplicar',
  drop: 'Descartar',
  applied:
    '{count, plural, =0 {Aplicado. Quien pregunte desde ahora lo oirá.} one {Aplicado. # conversación en curso lo sabe.} other {Aplicado. # conversaciones en curso lo saben.}}',
  latest: 'Última importación: {file}{warnings, plural, =0 {} one {, # aviso} other {, # avisos}}',
  takeBack: 'Retirarla',
  takenBack:
    '{count, plural, =0 {La importación se ha retirado.} one {La importación se ha retirado; # conversación en curso lo sabe.} other {La importación se ha retirado; # conversaciones en curso lo saben.}}',
  change: {
    added: '{count, plural, one {# sesión nueva} other {# sesiones nuevas}}',
    removed: '{count, plural, one {falta # sesión} other {faltan # sesiones}}',
    moved: '{count, plural, one {# sesión se mueve} other {# sesiones se mueven}}',
    cancelled: '{count, plural, one {# sesión se cancela} other {# sesiones se cancelan}}',
    edited: '{count, plural, one {# sesión tiene otras palabras} other {# sesiones tienen otras palabras}}',
    kept: '{count, plural, one {se mantiene # decisión vuestra} other {se mantienen # decisiones vuestras}}',
  },
}

export default programme
