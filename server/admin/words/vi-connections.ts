/** Sales of another till, told by its program. */
export const viConnections = {
  apiKeys: {
    title: 'Khoá cho phần mềm khác',
    hint: 'Phần mềm bán hàng có khoá thì tự báo đơn về đây ngay khi bán.',
    docs: 'Cách nối, cho người lập trình',
    none: 'Chưa có khoá nào.',
    name: 'Tên phần mềm',
    add: 'Tạo khoá',
    once: 'Khoá chỉ hiện lần này. Chép ngay và cất kỹ.',
    key: 'Khoá',
    made: (stamp: string) => `tạo ${stamp}`,
    used: (stamp: string) => `dùng lần cuối ${stamp}`,
    neverUsed: 'chưa dùng',
    revoke: 'Thu hồi',
    revokeOf: (name: string) => `Thu hồi khoá ${name}`,
    revokeTitle: (name: string) => `Thu hồi khoá ${name}?`,
    revokeWhy: 'Phần mềm này không báo đơn về được nữa. Việc này không quay lại được.',
    revoked: (name: string) => `Đã thu hồi khoá ${name}.`,
  },
}
