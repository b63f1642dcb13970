/** Why a conversation ended; other languages must have exactly these. */
const endings = {
  visitor_left: 'The visitor left.',
  visitor_gone: 'The visitor’s page was gone.',
  visitor_lost: 'The visitor’s connection broke.',
  idle: 'Nobody spoke for long.',
  max_length: 'It reached its longest time.',
  staff_hung_up: 'Staff hung up.',
  erased: 'The visitor erased it.',
  too_fast: 'It asked far too often.',
  too_slow: 'The visitor’s connection was too slow.',
  nonsense: 'What came was no conversation.',
  config_fight: 'Something else kept changing her settings.',
  budget: 'The budget is spent.',
  replaced: 'The visitor opened it again elsewhere.',
  renewed: 'It goes on in a new call.',
  upstream_lost: 'The voice was lost.',
  upstream_closed: 'The provider ended the call.',
  upstream_silent: 'The provider did not answer any more.',
  slow: 'An answer did not come in time.',
  stalled: 'An answer stopped in the middle.',
  response_failed: 'The provider could not answer.',
  rate_limited: 'The provider was too busy.',
  error_burst: 'The provider reported too many errors.',
  session_expired: 'The provider’s longest time was reached.',
  server_stopping: 'This server was stopped.',
  failed: 'Something went wrong on this server.',
}

export default endings

export type EndingMessages = typeof endings
