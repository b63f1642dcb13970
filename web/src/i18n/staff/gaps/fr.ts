import type { GapMessages } from './en'

const gaps: GapMessages = {
  title: 'Questions sans réponse',
  open: '{count, plural, =0 {aucune} one {#} other {#}}',
  loading: 'Chargement des questions',
  failed: 'Les questions n’ont pas pu être chargées.',
  stale: 'Pas de connexion. Des questions plus récentes manquent peut-être.',
  none: 'Charlotte a jusqu’ici trouvé réponse à tout. Ce qu’elle ne trouve ni dans le programme ni dans les documents apparaît ici.',
  answer: 'Ajouter la réponse',
  dismiss: 'Pas besoin de réponse',
  write: 'Écrire une autre réponse',
  question: 'Question',
  herAnswer: 'Réponse, telle qu’elle la dira',
  writtenIn: 'Écrite en',
  note: 'Une ou deux phrases. Elle les dit telles quelles, tout de suite et aussi dans les conversations en cours ; qui demande dans une autre langue entend de quelle langue il s’agit.',
  save: 'Enregistrer',
  saving: 'Enregistrement',
  cancel: 'Annuler',
  notSaved: 'Rien n’a été enregistré. Réessayez.',
  given: '{count, plural, one {# réponse de l’équipe} other {# réponses de l’équipe}}',
  takeBack: 'La retirer',
}

export default gaps
