/** Enough of a number to know it by. */
export const maskPhone = (phone: string): string => `••• ${phone.slice(-4)}`
