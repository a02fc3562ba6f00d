"""Templates run on types instead of values."""
