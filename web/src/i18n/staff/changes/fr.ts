import type { ChangeMessages } from './en'

const changes: ChangeMessages = {
  title: 'Qui a changé quoi',
  none: 'Personne n’a encore rien changé.',
  failed: 'L’historique n’a pas pu être chargé.',
  undo: 'Annuler',
  goBack: 'Revenir à avant',
  more: 'Montrer les précédents',
  before: 'avant :',
  nothing: 'rien',
  after: 'après :',
  loading: 'Chargement de l’historique',
  stale: 'Pas de connexion. Des changements plus récents peuvent manquer.',
  commandLine: 'ligne de commande',
  sameAsBefore: 'Rien n’a changé.',
  inside:
    '{count, plural, one {# intervention comprise a suivi} other {# interventions comprises ont suivi}}',
  registered: '{count, plural, one {# inscription} other {# inscriptions}}',
  did: {
    import_applied: 'Programme importé',
    import_undone: 'Importation annulée',
    session_move: 'Session déplacée',
    session_delay: 'Session retardée',
    session_cancel: 'Session annulée',
    session_hold: 'La session a lieu',
    session_restore: 'Session de nouveau comme au programme',
    documents_changed: 'Documents modifiés',
    documents_undone: 'Modification des documents annulée',
    answer_given: 'Réponse donnée',
    answer_taken_back: 'Réponse retirée',
    brief_saved: 'Informations modifiées',
    brief_restored: 'Informations rétablies',
    registrations_loaded: 'Liste des inscriptions chargée',
    registrations_erased: 'Liste des inscriptions effacée',
    budget_changed: 'Budget modifié',
  },
  count: {
    added: '{count, plural, one {# session ajoutée} other {# sessions ajoutées}}',
    moved: '{count, plural, one {# session déplacée} other {# sessions déplacées}}',
    cancelled: '{count, plural, one {# session annulée} other {# sessions annulées}}',
    edited: '{count, plural, one {# session aux mots changés} other {# sessions aux mots changés}}',
    removed: '{count, plural, one {# session disparue} other {# sessions disparues}}',
    kept: '{count, plural, one {# décision de l’équipe gardée} other {# décisions de l’équipe gardées}}',
  },
  documents: {
    added: 'nouveau : {names}',
    edited: 'remplacé : {names}',
    removed: 'retiré : {names}',
    more: '{names} et {count, number} de plus',
  },
}

export default changes
