"""The kinds of value a plan file can hold, each typed from text and refused in plain English.

YAML scalars reach these types as the text that was written, so that `1.10`, `no` and `12:30`
mean what they look like. A refusal is a `PydanticCustomError` whose type is the problem code,
whose message says what was wanted and whose context may carry a `hint`, the cure.
"""
