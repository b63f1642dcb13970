const proposals = {
  title: 'Found in the documents',
  note: 'Nothing of this is told before you take it and save. What you do not change is told with where it stands.',
  reading: 'The documents are being read; facts found in them will stand here.',
  take: 'Take it',
  takeOf: 'Take it: {fact}',
  aside: 'Put aside',
  asideOf: 'Put aside: {fact}',
  source: 'In “{source}”',
  failed: 'It was not saved. Try again.',
}

export default proposals

/** What the facts found in documents are shown with; other languages must have exactly these. */
export type ProposalMessages = typeof proposals
