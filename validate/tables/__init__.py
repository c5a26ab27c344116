"""From records to tables, and the gate that checks their keys, references and types."""
