"""What the tests of the laws share: made-up couples, exercises, evenings, and their mirror."""
