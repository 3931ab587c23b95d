import type { viConnections } from './vi-connections.ts'

export const enConnections: typeof viConnections = {
  apiKeys: {
    title: 'Keys for other programs',
    hint: 'A till with a key tells of its sales by itself.',
    docs: 'How to connect, for developers',
    none: 'No keys yet.',
    name: 'Name of the program',
    add: 'Make a key',
    once: 'The key is shown this once. Copy it now and keep it safe.',
    key: 'Key',
    made: (stamp) => `made ${stamp}`,
    used: (stamp) => `last used ${stamp}`,
    neverUsed: 'not used yet',
    revoke: 'Revoke',
    revokeOf: (name) => `Revoke the key ${name}`,
    revokeTitle: (name) => `Revoke the key ${name}?`,
    revokeWhy: 'The program can tell of no sales any more. This cannot be undone.',
    revoked: (name) => `The key ${name} is revoked.`,
  },
}
