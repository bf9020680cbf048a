"""Reviews 政府信息公开工作年度报告 against the official form and its arithmetic."""
