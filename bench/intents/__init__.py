"""Examples of what is said beside questions, and the fit of ``assistant/intents.npz`` on them."""
