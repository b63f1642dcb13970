const gaps = {
  title: 'Questions without an answer',
  open: '{count, plural, =0 {none} one {#} other {#}}',
  loading: 'Loading the questions',
  failed: 'The questions could not be loaded.',
  stale: 'No connection. Newer questions may be missing.',
  none: 'Charlotte has found an answer to everything so far. What she does not find in the programme or in documents appears here.',
  answer: 'Add the answer',
  dismiss: 'Needs no answer',
  write: 'Write an answer to something else',
  question: 'Question',
  herAnswer: 'Answer, as she will say it',
  writtenIn: 'Written in',
  note: 'One or two sentences. She says them as they stand, at once and in running conversations too; who asks in another language hears which language it is.',
  save: 'Save',
  saving: 'Saving',
  cancel: 'Cancel',
  notSaved: 'It was not saved. Try again.',
  given: '{count, plural, one {# answer of yours} other {# answers of yours}}',
  takeBack: 'Take it back',
}

export default gaps

/** What the panel of unanswered questions says; other languages must have exactly these. */
export type GapMessages = typeof gaps
