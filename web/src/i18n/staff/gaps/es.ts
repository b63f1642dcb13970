import type { GapMessages } from './en'

const gaps: GapMessages = {
  title: 'Preguntas sin respuesta',
  open: '{count, plural, =0 {ninguna} one {#} other {#}}',
  loading: 'Cargando las preguntas',
  failed: 'No se han podido cargar las preguntas.',
  stale: 'Sin conexión. Quizá falten preguntas más recientes.',
  none: 'Hasta ahora Charlotte ha encontrado respuesta a todo. Lo que no encuentra en el programa ni en los documentos aparece aquí.',
  answer: 'Añadir la respuesta',
  dismiss: 'No necesita respuesta',
  write: 'Escribir otra respuesta',
  question: 'Pregunta',
  herAnswer: 'Respuesta, como la dirá ella',
  writtenIn: 'Escrita en',
  note: 'Una o dos frases. Las dice tal cual, enseguida y también en las conversaciones en curso; quien pregunta en otro idioma oye en qué idioma está.',
  save: 'Guardar',
  saving: 'Guardando',
  cancel: 'Cancelar',
  notSaved: 'No se ha guardado. Inténtalo de nuevo.',
  given: '{count, plural, one {# respuesta del equipo} other {# respuestas del equipo}}',
  takeBack: 'Retirarla',
}

export default gaps
