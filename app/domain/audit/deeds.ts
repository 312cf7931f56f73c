/** The deeds one may ask the audit log for, the trip's first; a deed of several kinds (`sign.demand`) by its verb. */
export const searchableDeeds = [
  ...['draft', 'edit', 'submit', 'return', 'publish', 'withdraw', 'suspend', 'resume', 'revise'],
  ...['amend', 'confirm', 'archive', 'askConsent'],
  ...['open', 'select', 'decline', 'award', 'terminate'],
  ...['agree', 'deploy', 'run', 'report', 'requestAcceptance', 'sign', 'accept', 'sendBack', 'fail'],
  ...['precheck', 'forward', 'announce', 'approve', 'reject', 'recordPayment', 'reverse'],
  ...['nominate', 'passFormal', 'assign', 'score', 'recuse', 'list', 'object', 'answer', 'settle', 'delist'],
  ...['addFile', 'removeFile'],
  ...['ask', 'endorse', 'grant', 'refuse', 'revoke', 'verify', 'restore', 'relate', 'unrelate'],
  ...['invite', 'join', 'changeMember', 'removeMember', 'handOver', 'leave'],
  ...['register', 'takeOffice', 'leaveOffice', 'export', 'erase'],
  ...['viewContact', 'viewRow', 'searchPerson'],
]
