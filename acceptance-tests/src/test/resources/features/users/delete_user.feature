@article:delete_user
Feature: Deleting a user
  As someone who answers for people's data
  I want a user gone when they ask for it,
  so that I can promise it, even when my first try was cut off.

  The article's section: delete_user.

  What deleting does not reach: events that mention the user stay until they expire, and backups, where they are kept, hold
  deleted users for up to 35 days. Whoever promises to forget a person has to count on both.

  Rule: A deleted user is gone

    @smoke
    Example: Ada asks to be forgotten
      Given the user ada@example.com
      When Sam deletes the user ada@example.com
      Then this succeeds
      And there is no user ada@example.com

    Example: Others stay
      Given the user ada@example.com
      And the user adam@example.com
      When Sam deletes the user ada@example.com
      Then there is no user ada@example.com
      And the user adam@example.com is kept as shown

    Example: Capital letters make no difference
      Given the user ada@example.com
      When Sam deletes the user ADA@example.com
      Then there is no user ada@example.com

  Rule: Deleting twice does no harm

    Example: Sam is not sure whether the first time counted
      Given the user ada@example.com
      And the user ada@example.com was deleted
      When Sam deletes the user ada@example.com
      Then this succeeds
      And there is no user ada@example.com

    Example: Sam deletes somebody who was never there
      When Sam deletes the user nobody@example.com
      Then this succeeds
      And there is no user nobody@example.com
