/** Whether what is being typed may already be a mail address: enough to look someone up. */
export const isMailTyped = (text: string): boolean => /^\S+@\S+\.\S{2,}$/.test(text.trim());
