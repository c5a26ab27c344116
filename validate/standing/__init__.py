"""Where everything stands on a day: worked out from the model, and none of it typed."""
