import type { DocumentMessages } from './en'

const documents: DocumentMessages = {
  title: 'Documentos',
  loading: 'Cargando los documentos',
  failed: 'No se pudieron cargar los documentos.',
  stale: 'Sin conexión. Pueden faltar cambios más recientes.',
  none: 'Aún no hay documentos. Con documentos cita lo que dicen sobre aparcamiento, comida, precios y similares.',
  passages: '{count, plural, one {# pasaje} other {# pasajes}}',
  remove: 'Quitar',
  removeOf: 'Quitar {name}',
  removed: '{name} se ha quitado. Ya no lo cita.',
  warnings: '{count, plural, one {# cosa que mirar} other {# cosas que mirar}}',
  upload: 'Añadir o sustituir documentos',
  note: 'PDF, Word, HTML, Markdown, texto o datos JSON. Un archivo con el mismo nombre ocupa el lugar del anterior. Primero se muestra qué cambia.',
  reading: 'Leyendo los documentos',
  noChange: 'No cambiaría nada.',
  edited:
    '{gains, plural, one {# pasaje nuevo} other {# pasajes nuevos}}, {loses, plural, one {# desaparece} other {# desaparecen}}',
  losesTitle: 'Ya no dice',
  gainsTitle: 'Ahora dice',
  page: 'página {page}',
  more: '{count, plural, one {y otro más} other {y # más}}',
  apply: 'Guardar',
  drop: 'Descartar',
  stored: 'Guardado. Quien pregunte desde ahora lo oye.',
  unreachable: 'No se pudo contactar con el servidor. No se guardó nada.',
  latest:
    'Último cambio, {time} por {who}: {added, plural, one {# añadido} other {# añadidos}}, {edited, plural, one {# cambiado} other {# cambiados}}, {removed, plural, one {# quitado} other {# quitados}}.',
  takeBack: 'Deshacer este cambio',
  takenBack: 'El cambio se ha deshecho.',
  kind: {
    added: 'nuevo',
    edited: 'ocupa el lugar del anterior',
    removed: 'quitado',
  },
}

export default documents
