import type { EndingMessages } from './en'

const endings: EndingMessages = {
  visitor_left: 'Le visiteur est parti.',
  visitor_gone: 'La page du visiteur avait disparu.',
  visitor_lost: 'La connexion du visiteur a été coupée.',
  idle: 'Personne n’a parlé pendant longtemps.',
  max_length: 'La durée maximale est atteinte.',
  staff_hung_up: 'L’équipe a raccroché.',
  erased: 'Le visiteur l’a effacée.',
  too_fast: 'Les demandes étaient bien trop fréquentes.',
  too_slow: 'La connexion du visiteur était trop lente.',
  nonsense: 'Ce qui arrivait n’était pas une conversation.',
  config_fight: 'Autre chose changeait sans cesse ses réglages.',
  budget: 'Le budget est épuisé.',
  replaced: 'Le visiteur l’a rouverte ailleurs.',
  renewed: 'Elle continue dans un nouvel appel.',
  upstream_lost: 'La voix a été perdue.',
  upstream_closed: 'Le fournisseur a mis fin à l’appel.',
  upstream_silent: 'Le fournisseur ne répondait plus.',
  slow: 'Une réponse n’est pas venue à temps.',
  stalled: 'Une réponse s’est arrêtée au milieu.',
  response_failed: 'Le fournisseur n’a pas pu répondre.',
  rate_limited: 'Le fournisseur était trop occupé.',
  error_burst: 'Le fournisseur a signalé trop d’erreurs.',
  session_expired: 'La durée maximale du fournisseur est atteinte.',
  server_stopping: 'Ce serveur a été arrêté.',
  failed: 'Quelque chose a échoué sur ce serveur.',
}

export default endings
