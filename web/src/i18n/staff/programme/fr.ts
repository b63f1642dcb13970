import type { ProgrammeMessages } from './en'

const programme: ProgrammeMessages = {
  title: 'Programme',
  loading: 'Chargement du programme',
  failed: 'Le programme n’a pas pu être chargé.',
  stale: 'Pas de connexion. Des changements plus récents manquent peut-être.',
  find: 'Trouver une session par titre, intervenant ou salle',
  found: '{count, plural, =0 {aucune session} one {# session} other {# sessions}}',
  showAll: 'Tout afficher ({count})',
  showFew: 'En afficher moins',
  noTime: 'sans horaire',
  changeIt: 'Modifier',
  youChanged: 'Modifiée par l’équipe ; une importation ne l’annule pas',
  youCancelled: 'Annulée par l’équipe',
  cancelled: 'Annulée',
  delay: 'Commence plus tard de',
  minutes: '{minutes} min',
  start: 'Début',
  room: 'Salle',
  move: 'La déplacer ici',
  cancel: 'Annuler la session',
  restore: 'De nouveau comme au programme',
  told: '{count, plural, =0 {C’est fait. Qui demande désormais l’entend.} one {C’est fait. # conversation en cours le sait.} other {C’est fait. # conversations en cours le savent.}}',
  upload: 'Envoyer un programme',
  uploadNote:
    'L’export de votre système, un tableau (CSV, XLSX), JSON, YAML ou un document ; avec les documents d’informations pratiques. Il est d’abord lu et comparé : rien ne change avant que vous l’appliquiez.',
  sending: 'Envoi',
  reading: 'Lecture et comparaison',
  unreachable: 'Le serveur n’a pas répondu. Rien n’a changé.',
  notSaved: 'Cela n’a pas été fait. Réessayez.',
  readAs:
    'Lu comme {format} : {sessions, plural, one {# session} other {# sessions}}, {rooms, plural, one {# salle} other {# salles}}, {speakers, plural, one {# intervenant} other {# intervenants}}.',
  mapping: 'Ce pour quoi sont prises les colonnes de {table}',
  leftOut: 'laissée de côté',
  warnings: '{count, plural, one {# point à regarder} other {# points à regarder}}',
  noChange: 'Rien ne changerait.',
  before: 'avant :',
  apply: 'Appliquer',
  drop: 'Abandonner',
  applied:
    '{count, plural, =0 {Appliqué. Qui demande désormais l’entend.} one {Appliqué. # conversation en cours le sait.} other {Appliqué. # conversations en cours le savent.}}',
  latest:
    'Dernière importation : {file}{warnings, plural, =0 {} one {, # avertissement} other {, # avertissements}}',
  takeBack: 'La retirer',
  takenBack:
    '{count, plural, =0 {L’importation a été retirée.} one {L’importation a été retirée ; # conversation en cours le sait.} other {L’importation a été retirée ; # conversations en cours le savent.}}',
  change: {
    added: '{count, plural, one {# nouvelle session} other {# nouvelles sessions}}',
    removed: '{count, plural, one {# session manque} other {# sessions manquent}}',
    moved: '{count, plural, one {# session est déplacée} other {# sessions sont déplacées}}',
    cancelled: '{count, plural, one {# session est annulée} other {# sessions sont annulées}}',
    edited: '{count, plural, one {# session a d’autres mots} other {# sessions ont d’autres mots}}',
    kept: '{count, plural, one {# de vos décisions reste} other {# de vos décisions restent}}',
  },
}

export default programme
