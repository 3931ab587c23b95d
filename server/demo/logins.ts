import type { Role } from '../../shared/staff.ts'

/** The logins of the demo shop: shown to everyone, good nowhere else. */
export const demoLogins: { email: string; password: string; name: string; role: Role }[] = [
  { email: 'chu@demo.shop', password: 'tiem-toc-chu-tiem', name: 'Nguyễn Thu Hà', role: 'owner' },
  { email: 'quanly@demo.shop', password: 'tiem-toc-quan-ly', name: 'Lê Minh Tuấn', role: 'manager' },
  { email: 'nhanvien@demo.shop', password: 'tiem-toc-nhan-vien', name: 'Phạm Ngọc Anh', role: 'staff' },
]
