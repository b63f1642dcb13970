import type { ProposalMessages } from './en'

const proposals: ProposalMessages = {
  title: 'Trouvé dans les documents',
  note: 'Rien de cela n’est dit avant que vous le preniez et enregistriez. Ce que vous ne changez pas est dit avec l’endroit où il se trouve.',
  reading: 'Les documents sont en cours de lecture ; ce qui y est trouvé s’affichera ici.',
  take: 'Prendre',
  takeOf: 'Prendre : {fact}',
  aside: 'Écarter',
  asideOf: 'Écarter : {fact}',
  source: 'Dans « {source} »',
  failed: 'Rien n’a été enregistré. Réessayez.',
}

export default proposals
