import type { DocumentMessages } from './en'

const documents: DocumentMessages = {
  title: 'Documents',
  loading: 'Chargement des documents',
  failed: 'Les documents n’ont pas pu être chargés.',
  stale: 'Pas de connexion. Des changements récents peuvent manquer.',
  none: 'Pas encore de documents. Avec des documents, elle cite ce qu’ils disent du stationnement, des repas, des prix, etc.',
  passages: '{count, plural, one {# passage} other {# passages}}',
  remove: 'Retirer',
  removeOf: 'Retirer {name}',
  removed: '{name} est retiré. Elle ne le cite plus.',
  warnings: '{count, plural, one {# point à regarder} other {# points à regarder}}',
  upload: 'Ajouter ou remplacer des documents',
  note: 'PDF, Word, HTML, Markdown, texte ou données JSON. Un fichier du même nom prend la place du précédent. Ce qui change est d’abord montré.',
  reading: 'Lecture des documents',
  noChange: 'Rien ne changerait.',
  edited:
    '{gains, plural, one {# passage nouveau} other {# passages nouveaux}}, {loses, plural, one {# retiré} other {# retirés}}',
  losesTitle: 'Ne dit plus',
  gainsTitle: 'Dit maintenant',
  page: 'page {page}',
  more: '{count, plural, one {et un autre} other {et # autres}}',
  apply: 'Enregistrer',
  drop: 'Abandonner',
  stored: 'Enregistré. Qui demande désormais l’entend.',
  unreachable: 'Le serveur n’a pas été joint. Rien n’a été enregistré.',
  latest:
    'Dernier changement, {time} par {who} : {added, plural, one {# ajouté} other {# ajoutés}}, {edited, plural, one {# modifié} other {# modifiés}}, {removed, plural, one {# retiré} other {# retirés}}.',
  takeBack: 'Annuler ce changement',
  takenBack: 'Le changement a été annulé.',
  kind: {
    added: 'nouveau',
    edited: 'prend la place du précédent',
    removed: 'retiré',
  },
}

export default documents
