/** When the house was last copied, for those who answer for it. */
import type { BackupView } from '../../../shared/protocol/views/console.ts'
import { ofHouse } from '../../domain/staff/backup.ts'
import type { ViewContext } from '../context.ts'

export const backupView = ({ state }: ViewContext): BackupView => state.backups.get(ofHouse) ?? {}
