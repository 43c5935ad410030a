"""Chat models: opening them, asking them, and letting through only what their passages support."""
