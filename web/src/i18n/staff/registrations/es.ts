import type { RegistrationMessages } from './en'

const registrations: RegistrationMessages = {
  title: 'Registros y check-in',
  count: '{checked, number} de {registered, number} con check-in',
  loading: 'Cargando los registros',
  failed: 'No se pudieron cargar los registros.',
  stale: 'Sin conexión. Pueden faltar los check-in más recientes.',
  none: 'Sin una lista Charlotte no ofrece el check-in. Con ella encuentra el registro de quien dice su código, o correo y apellido, y hace el check-in tras su sí.',
  from: '{file}, cargado el {time} por {who}',
  needsSurname: 'Los códigos de esta lista se pueden adivinar: pide también el apellido.',
  manyFailed:
    '{count, plural, one {# búsqueda} other {# búsquedas}} de los últimos diez minutos no {count, plural, one {encontró} other {encontraron}} nada: quizá alguien adivina códigos, o esta lista es antigua.',
  closed:
    'Tantas búsquedas no encontraron nada que, por ahora, nadie puede buscar su registro ni hacer el check-in con Charlotte. Se reabre solo en menos de diez minutos; mientras tanto, haced el check-in en el mostrador.',
  upload: 'Cargar una lista (CSV o Excel)',
  uploadAnother: 'Cargar una lista más nueva (CSV o Excel)',
  note: 'Tal como la exporta el sistema de registro. Se guarda cifrada; quien está en ambas listas conserva el check-in. Se borra con el evento, o aquí.',
  reading: 'Leyendo la lista',
  readAs:
    '{registered, plural, one {# registro} other {# registros}}: {codes, number} con código, {emails, number} con correo, {void, plural, one {# anulado o sin pagar} other {# anulados o sin pagar}}.',
  changes:
    'Frente a la lista en uso: {added, plural, one {# nuevo} other {# nuevos}}, {changed, plural, one {# cambiado} other {# cambiados}}, {missing, plural, one {# que falta} other {# que faltan}}.',
  lost: '{count, plural, one {# de los que faltan tiene el check-in hecho: se pierde si usas esta lista.} other {# de los que faltan tienen el check-in hecho: se pierden si usas esta lista.}}',
  missing: 'Quién falta',
  checkedInAt: 'check-in {time}',
  more: '{count, plural, one {y otro más} other {y # más}}',
  mapping: 'Qué es cada columna',
  unnamed: 'columna {number}, sin nombre',
  leftOut: 'sin usar',
  field: {
    code: 'código',
    email: 'correo',
    first_name: 'nombre',
    last_name: 'apellido',
    name: 'nombre completo',
    ticket: 'tipo de entrada',
    status: 'estado',
    checked_in: 'check-in hecho',
  },
  warnings: '{count, plural, one {# aviso} other {# avisos}}',
  apply: 'Usar esta lista',
  drop: 'Descartar',
  unreachable: 'No se llegó al servidor. No se guardó nada.',
  latest: 'Últimos check-in',
  nobody: 'Nadie ha hecho aún el check-in.',
  person: '{initials} · código …{ending}',
  byList: 'según la lista',
  byCharlotte: 'con Charlotte',
  undo: 'Deshacer',
  undoOf: 'Deshacer el check-in de {person}',
  notSaved: 'No se guardó. Inténtalo de nuevo.',
  export: 'Check-in en CSV',
  erase: 'Borrar la lista',
  eraseSure:
    '{registered, plural, one {# registro} other {Los # registros}} y {checked, plural, one {# check-in} other {# check-in}} de este evento se borran para siempre; guarda antes los check-in en CSV. El check-in dejará de ofrecerse.',
  eraseYes: 'Borrar',
  eraseNo: 'Conservar',
}

export default registrations
