import type { Shape } from '../translate.ts'
import type { notification as zh } from '../zh/notification.ts'

export const notification = {
  'scenario.submitted': {
    subject: 'To review: scenario “{title}”',
    text: '{organization} submitted the scenario “{title}” for review.',
  },
  'scenario.returned': {
    subject: 'Scenario “{title}” was returned',
    text: 'Please revise it and submit again. Reason: {reason}',
  },
  'scenario.approved': {
    subject: 'To publish: scenario “{title}”',
    text: 'The scenario has passed its initial review and waits for the second officer.',
  },
  'scenario.amended': {
    subject: 'Addendum no. {number} to scenario “{title}”',
    text: '{organization} changed its published scenario materially: {summary}',
  },
  'bid.confirmationAsked': {
    subject: 'Please confirm: addendum no. {number} to “{title}”',
    text: 'The scenario changed materially: {summary}. Before bids close, confirm that your bid stands, or withdraw it and submit anew.',
  },
  'bid.filesAmended': {
    subject: 'Please confirm: addendum no. {number} to “{title}”',
    text: 'The scenario changed materially: {summary}. Attachments changed: {files}. The addendum shows earlier and new files side by side. Before bids close, confirm that your bid stands, or withdraw it and submit anew.',
  },
  'bid.addendumTold': {
    subject: 'Addendum no. {number} to “{title}”',
    text: 'The scenario changed: {summary}. Your bid is not affected and needs no confirmation.',
  },
  'scenario.published': {
    subject: 'Scenario “{title}” is published',
    text: 'The review is passed; firms can bid now.',
  },
  'scenario.opened': {
    subject: 'Bids opened for “{title}”',
    text: 'The deadline has passed; all bids were opened together ({count}) and the selection begins.',
  },
  'scenario.withdrawn': {
    subject: 'Scenario “{title}” was withdrawn',
    text: 'The user organisation withdrew it; no more bids are taken. Reason: {reason}',
  },
  'product.submitted': {
    subject: 'To review: product “{title}”',
    text: '{organization} submitted the product “{title}” for review.',
  },
  'product.returned': {
    subject: 'Product “{title}” was returned',
    text: 'Please revise it and submit again. Reason: {reason}',
  },
  'product.published': {
    subject: 'Product “{title}” is published',
    text: 'Version {version} passed the review and is public.',
  },
  'solution.submitted': {
    subject: 'To review: solution “{title}”',
    text: '{organization} has submitted the solution “{title}” for review.',
  },
  'solution.returned': {
    subject: 'Solution “{title}” returned',
    text: 'Please mend it and submit it again. Reason: {reason}',
  },
  'solution.published': {
    subject: 'Solution “{title}” published',
    text: 'Version {version} has been approved and is public.',
  },
  'solution.consentAsked': {
    subject: 'Please confirm: “{product}” in the solution “{title}”',
    text: '{organization} names your “{product}” in the solution “{title}”, quantity {quantity}, role: {role}. It cannot be published without your consent.',
  },
  'solution.consentGiven': {
    subject: '“{product}” may be part of the solution “{title}”',
    text: '{organization} agrees that “{product}” is part of this solution.',
  },
  'solution.consentRefused': {
    subject: '“{product}” may not be part of the solution “{title}”',
    text: '{organization} does not agree that “{product}” is part of this solution. Please exchange it or take it out; without consent the solution can be neither submitted nor published.',
  },
  'bid.received': {
    subject: 'Bid received for “{title}”',
    text: 'Your bid is sealed. Receipt (SHA-256): {receipt}. Until the opening only your organisation can read it.',
  },
  'bid.selected': {
    subject: 'Result for “{title}”: selected',
    text: 'Your bid was selected. Reason: {reason}. The pilot is waiting on the platform.',
  },
  'bid.notSelected': {
    subject: 'Result for “{title}”: not selected',
    text: 'Your bid was not selected. Explanation: {reason}',
  },
  'pilot.agreed': {
    subject: 'Pilot set up: “{title}”',
    text: 'The acceptance metrics were copied unchanged from the scenario; the supplier can register the deployment.',
  },
  'pilot.deployed': {
    subject: 'Pilot deployed: “{title}”',
    text: 'Units registered by serial number: {count}.',
  },
  'pilot.running': {
    subject: 'Pilot running: “{title}”',
    text: 'The supplier can now report its run data.',
  },
  'pilot.acceptanceRequested': {
    subject: 'Acceptance requested: “{title}”',
    text: 'The supplier entered the measured values; both sides please check and sign.',
  },
  'product.halted': {
    subject: 'Product “{title}” was suspended',
    text: 'The bureau has suspended the listing; it is not public. Reason: {reason}. If you think it wrong, ask on the product’s page for it to be lifted and say why; or revise it and submit it again.',
  },
  'product.appealed': {
    subject: 'Asked to lift: product “{title}”',
    text: '{organization} thinks the suspension wrong, or the matter settled; another officer should answer. Reason: {reason}',
  },
  'product.upheld': {
    subject: 'Product “{title}” stays suspended',
    text: 'The bureau has answered your request: the suspension is upheld. Reason: {reason}. You may ask again with something new to say, or revise it and submit it again.',
  },
  'product.lifted': {
    subject: 'Product “{title}” is on show again',
    text: 'The bureau has lifted the suspension; the public sees the version that was shown before.',
  },
  'product.certificateExpiring': {
    subject: 'Product certificate about to expire: “{title}”',
    text: 'Certificate {number} ({issuer}) is valid until {until}. Please renew it and record the renewal as a certificate of its own; once it has run out the product page says so.',
  },
  'pilot.coverEnding': {
    subject: 'Insurance ends soon: “{title}”',
    text: 'The policy of {insurer} ends on {until}, and none follows it. Please renew it and record the renewal before then.',
  },
  'pilot.signed': {
    subject: 'One side has signed: “{title}”',
    text: 'The other signature is still needed. Silence is not acceptance.',
  },
  'pilot.sentBack': {
    subject: 'Rework needed: “{title}”',
    text: 'The user organisation asks for rework. Reason: {reason}',
  },
  'pilot.accepted': {
    subject: 'Pilot accepted: “{title}”',
    text: 'Both sides have signed. A first-trial reward can be claimed and the pilot can be nominated to the catalog.',
  },
  'pilot.terminated': {
    subject: 'Pilot ended: “{title}”',
    text: 'The pilot failed or was terminated. Reason: {reason}',
  },
  'claim.submitted': {
    subject: 'To check: reward claim {number}',
    text: '{organization} submitted a first-trial reward claim.',
  },
  'claim.returned': {
    subject: 'Reward claim {number} was returned',
    text: 'Please supplement it and submit again. Reason: {reason}',
  },
  'claim.moved': {
    subject: 'Reward claim {number} moved on',
    text: 'The claim entered its next step; see the platform.',
  },
  'claim.approved': {
    subject: 'Reward claim {number} is approved',
    text: 'The approved amount is reserved. The platform records; it does not pay.',
  },
  'claim.paid': {
    subject: 'Reward claim {number}: payment recorded',
    text: 'Paid on {paidOn}, voucher {voucher}. The platform records the payment; it does not pay.',
  },
  'claim.rejected': {
    subject: 'Reward claim {number} was rejected',
    text: 'Reason: {reason}',
  },
  'claim.reversed': {
    subject: 'Reward claim {number} was reversed',
    text: 'The amount was reversed and the headroom released. Reason: {reason}',
  },
  'entry.nominated': {
    subject: 'To accept: catalog nomination “{title}”',
    text: 'An accepted pilot was nominated to the typical scenario catalog.',
  },
  'entry.assigned': {
    subject: 'Please review: {title}',
    text: 'The handler has assigned this catalog entry to you. Declare any interest first, then score.',
  },
  'file.infected': {
    subject: 'The attachment “{name}” did not pass the virus check',
    text: 'Found: {threat}. The file is kept apart and handed out to nobody; remove it and upload a clean one.',
  },
  'matter.recused': {
    subject: 'Somebody has stood back: {title}',
    text: 'An officer or expert has recused themselves from this matter; somebody else has to take it on.',
  },
  'matter.recommended': {
    subject: 'District opinion on “{title}”',
    text: 'The district officer has given an opinion on this matter for whoever handles it. It changes no deadline, and nothing waits for it.',
  },
  'entry.moved': {
    subject: 'Catalog entry “{title}” moved on',
    text: 'The entry entered its next step; see the platform.',
  },
  'entry.announced': {
    subject: 'Public notice of catalog entry “{title}”',
    text: 'The notice runs until {until}; anybody may object by real name.',
  },
  'entry.objected': {
    subject: 'Objection to catalog entry “{title}”',
    text: 'The notice is paused; nothing is published until the objection is settled. The objector’s identity is sealed.',
  },
  'entry.settled': {
    subject: 'Objection answered: catalog entry “{title}”',
    text: 'The answer is public on the entry’s page.',
  },
  'entry.published': {
    subject: 'Catalog entry “{title}” is published',
    text: 'Number {number}, in the typical scenario catalog.',
  },
  'entry.rejected': {
    subject: 'Catalog entry “{title}” was not listed or was removed',
    text: 'Reason: {reason}',
  },
  'concept.proposed': {
    subject: 'A change of the concept table waits for review: {title}',
    text: 'Proposed by {officer}; another officer has to review it.',
  },
  'concept.published': {
    subject: 'The concept table was changed: {title}',
    text: 'It is version {version} now, and the search index is being updated.',
  },
  'concept.returned': {
    subject: 'The change of the concept table was returned: {title}',
    text: 'Reason: {reason}',
  },
  'weights.proposed': {
    subject: 'Other matching weights are proposed and wait for review',
    text: '{officer} proposes on the basis of version {basedOn}: {grounds}',
  },
  'weights.published': {
    subject: 'Version {version} of the matching weights is published',
    text: 'The change that you proposed holds from now on.',
  },
  'weights.returned': {
    subject: 'A proposal for the matching weights was returned',
    text: 'Reason: {reason}',
  },
  'organization.claimed': {
    subject: 'Somebody claims “{organization}”',
    text: 'Please read their statement; whatever you answer carries a reason.',
  },
  'organization.claimApproved': {
    subject: 'Claim approved: “{organization}”',
    text: 'You have joined the organisation. Note: {reason}',
  },
  'organization.claimRefused': {
    subject: 'Claim refused: “{organization}”',
    text: 'Reason: {reason}',
  },
  'organization.asked': {
    subject: 'To verify: “{organization}”',
    text: 'The organisation asks for capabilities; each is verified by itself.',
  },
  'organization.endorsed': {
    subject: 'To approve: “{organization}” for reward claims',
    text: 'The handler has endorsed it; a second officer decides. Handler’s opinion: {reason}',
  },
  'organization.granted': {
    subject: '“{organization}”: a capability was granted',
    text: 'It can be used from now on. Opinion: {reason}',
  },
  'organization.refused': {
    subject: '“{organization}”: a capability was refused',
    text: 'You may ask again once it is mended. Reason: {reason}',
  },
  'organization.revoked': {
    subject: '“{organization}”: a capability was revoked',
    text: 'Pilots under way go on. Reason: {reason}',
  },
  'organization.changed': {
    subject: 'To verify again: “{organization}” has changed',
    text: 'Its name, code or legal representative changed; its capabilities were taken back and are asked for again.',
  },
  'organization.suspended': {
    subject: '“{organization}” is suspended',
    text: 'Nothing new can be submitted; pilots under way are reported and signed as before. Reason: {reason}',
  },
  'organization.restored': {
    subject: '“{organization}” is restored',
    text: 'Its capabilities can be used again. Note: {reason}',
  },
  'organization.documentExpiring': {
    subject: 'Document about to expire: {number}',
    text: 'Document {number} ({issuer}) of “{organization}” is valid until {until}. Please renew it in time.',
  },
  'organization.joined': {
    subject: '{email} has joined “{organization}”',
    text: 'The invitation was accepted.',
  },
  'organization.roleChanged': {
    subject: 'Your role or department has changed',
    text: 'See the page of your organisation.',
  },
  'organization.removed': {
    subject: 'You were removed from an organisation',
    text: 'What you drafted stays there. If in doubt, ask its owner.',
  },
  'organization.handedOver': {
    subject: 'You now own the organisation',
    text: 'Its ownership was handed over to you; the former owner is an editor.',
  },
  'introduction.invited': {
    subject: 'Invitation: “{title}” asks you to look, with “{product}” in mind',
    text: '{organization} invites you to look at this scenario. An invitation gives no advantage: anybody may bid by the same deadline and on the same terms, and whether you bid is yours to decide.',
  },
  'introduction.offered': {
    subject: 'Offer: “{product}” for “{title}”',
    text: '{organization} names its product to this scenario. Please answer within 10 working days; an offer is no bid and changes nothing about the open call.',
  },
  'introduction.welcomed': {
    subject: 'Introduction welcomed (“{title}”, “{product}”)',
    text: 'The other side would like to know more. That is no shortlist: bids still go by the open call and before its deadline.',
  },
  'introduction.declined': {
    subject: 'Introduction declined (“{title}”, “{product}”)',
    text: 'Reason: {reason:spoken}. The open call is not touched by it.',
  },
  'introduction.withdrawn': {
    subject: 'Introduction withdrawn (“{title}”, “{product}”)',
    text: 'Its sender took it back; no answer is needed. The open call is not touched by it.',
  },
  'introduction.lapsed': {
    subject: 'Introduction lapsed (“{title}”, “{product}”)',
    text: 'The scenario takes no more bids, or the product is public no more; nobody had answered.',
  },
  'inquiry.asked': {
    subject: 'Please confirm for “{product}”: {criteria:spoken}',
    text: 'The scenario “{title}” of {organization} needs these, and the product does not disclose them. State them in a new version and the question closes by itself; or choose a reason why not.',
  },
  'inquiry.stated': {
    subject: '“{product}” now states: {facts:spoken}',
    text: 'Of the {musts} musts of “{title}”: {met} met, {unmet} not met, {open} to be confirmed.',
  },
  'inquiry.withheld': {
    subject: '“{product}” does not state: {criteria:spoken}',
    text: 'Answer of {organization} to “{title}”: {reason:spoken}. It stays to be confirmed: neither met nor unmet.',
  },
  'inquiry.lapsed': {
    subject: 'Question lapsed (“{title}”, “{product}”)',
    text: 'The scenario takes no more bids, or the product is public no more; what was not answered ends here.',
  },
  'search.found': {
    subject: 'New for “{search}”: “{title}”',
    text: '{news:spoken}: {fit:spoken}.',
  },
  'match.products': {
    subject: 'Products that fit the scenario “{title}”: {n}',
    text: 'Because: {items:spoken}.',
  },
  'match.scenarios': {
    subject: 'Scenarios that fit the product “{title}”: {n}',
    text: 'Because: {items:spoken}.',
  },
} satisfies Shape<typeof zh>
