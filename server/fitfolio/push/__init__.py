"""Owns Web Push: this server's key, the browsers that asked for notifications, and sending."""
