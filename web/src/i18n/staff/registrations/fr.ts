import type { RegistrationMessages } from './en'

const registrations: RegistrationMessages = {
  title: 'Inscriptions et arrivées',
  count: '{checked, plural, one {# arrivée} other {# arrivées}} sur {registered, number}',
  loading: 'Chargement des inscriptions',
  failed: 'Les inscriptions n’ont pas pu être chargées.',
  stale: 'Pas de connexion. Des arrivées récentes peuvent manquer.',
  none: 'Sans liste, Charlotte ne propose pas d’enregistrer les arrivées. Avec une liste, elle trouve l’inscription de qui en dit le code, ou l’e-mail et le nom, et enregistre l’arrivée après son oui.',
  from: '{file}, chargé le {time} par {who}',
  needsSurname: 'Les codes de cette liste se devinent : elle demande aussi le nom.',
  manyFailed:
    '{count, plural, one {# recherche} other {# recherches}} de ces dix dernières minutes {count, plural, one {n’a} other {n’ont}} rien trouvé : quelqu’un devine peut-être des codes, ou cette liste est ancienne.',
  closed:
    'Tant de recherches n’ont rien trouvé que personne ne peut, pour l’instant, chercher son inscription ni enregistrer son arrivée avec Charlotte. Cela se rouvre tout seul d’ici dix minutes ; enregistrez les arrivées à l’accueil entre-temps.',
  upload: 'Charger une liste (CSV ou Excel)',
  uploadAnother: 'Charger une liste plus récente (CSV ou Excel)',
  note: 'Telle que le système d’inscription l’exporte. Elle est conservée chiffrée ; les arrivées de qui est sur les deux listes restent. Elle est effacée avec l’événement, ou ici.',
  reading: 'Lecture de la liste',
  readAs:
    '{registered, plural, one {# inscription} other {# inscriptions}} : {codes, number} avec un code, {emails, number} avec une adresse e-mail, {void, plural, one {# annulée ou impayée} other {# annulées ou impayées}}.',
  changes:
    'Par rapport à la liste en vigueur : {added, plural, one {# nouvelle} other {# nouvelles}}, {changed, plural, one {# modifiée} other {# modifiées}}, {missing, plural, one {# manquante} other {# manquantes}}.',
  lost: '{count, plural, one {# inscription manquante est arrivée : cette arrivée est perdue si vous utilisez cette liste.} other {# inscriptions manquantes sont arrivées : ces arrivées sont perdues si vous utilisez cette liste.}}',
  missing: 'Qui manque',
  checkedInAt: 'arrivée le {time}',
  more: '{count, plural, one {et une autre} other {et # autres}}',
  mapping: 'Quelle colonne est quoi',
  unnamed: 'colonne {number}, sans nom',
  leftOut: 'non utilisée',
  field: {
    code: 'code',
    email: 'e-mail',
    first_name: 'prénom',
    last_name: 'nom',
    name: 'nom complet',
    ticket: 'type de billet',
    status: 'statut',
    checked_in: 'arrivé',
  },
  warnings: '{count, plural, one {# avertissement} other {# avertissements}}',
  apply: 'Utiliser cette liste',
  drop: 'Abandonner',
  unreachable: 'Le serveur n’a pas été atteint. Rien n’a été enregistré.',
  latest: 'Dernières arrivées',
  nobody: 'Aucune arrivée n’est encore enregistrée.',
  person: '{initials} · code …{ending}',
  byList: 'selon la liste',
  byCharlotte: 'par Charlotte',
  undo: 'Annuler',
  undoOf: 'Annuler l’arrivée de {person}',
  notSaved: 'Rien n’a été enregistré. Réessayez.',
  export: 'Arrivées en CSV',
  erase: 'Effacer la liste',
  eraseSure:
    '{registered, plural, one {# inscription} other {Les # inscriptions}} et {checked, plural, one {# arrivée} other {# arrivées}} de cet événement seront effacées pour de bon ; gardez d’abord les arrivées en CSV. L’enregistrement des arrivées ne sera plus proposé.',
  eraseYes: 'Effacer',
  eraseNo: 'Garder',
}

export default registrations
