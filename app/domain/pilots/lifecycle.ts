import { lifecycle } from '../shared/lifecycle.ts'

export type PilotStatus =
  | 'agreed'
  | 'deploying'
  | 'running'
  | 'acceptanceRequested'
  | 'accepted'
  | 'rework'
  | 'failed'
  | 'terminated'
export type PilotDeed =
  | 'deploy'
  | 'run'
  | 'requestAcceptance'
  | 'accept'
  | 'sendBack'
  | 'resume'
  | 'fail'
  | 'terminate'

/** 试点: 已签约 → 部署中 → 运行中 → 申请验收 → 已验收 / 整改 / 未通过. */
export const pilotLifecycle = lifecycle<PilotStatus, PilotDeed>('pilot', {
  initial: 'agreed',
  table: {
    agreed: { deploy: 'deploying', terminate: 'terminated' },
    deploying: { run: 'running', terminate: 'terminated' },
    running: { requestAcceptance: 'acceptanceRequested', terminate: 'terminated' },
    acceptanceRequested: { accept: 'accepted', sendBack: 'rework', fail: 'failed' },
    rework: { resume: 'running', fail: 'failed', terminate: 'terminated' },
    accepted: {},
    failed: {},
    terminated: {},
  },
})
