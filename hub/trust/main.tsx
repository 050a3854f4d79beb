/** `/trust`: how this device comes to trust the hub. */
import '../../shared/ui/tokens.css'
import '../../shared/ui/base.css'
import { createHub } from './hub.ts'
import { showPage } from './show-page.tsx'

void showPage(createHub())
